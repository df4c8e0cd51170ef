package org.eigenscope.io.format.shard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.MatrixReader;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.format.safetensors.SafetensorsReader;
import org.eigenscope.io.format.torch.TorchReader;
import org.eigenscope.io.kit.CompanionFile;
import org.eigenscope.io.kit.FileNames;
import org.eigenscope.io.kit.FileStamp;
import org.eigenscope.io.kit.IoFailures;
import org.eigenscope.io.kit.ListedFile;
import org.eigenscope.io.kit.ListedTensor;
import org.eigenscope.io.kit.archive.Gzip;
import org.eigenscope.progress.CancelToken;

/**
 * A model spread over several safetensors or PyTorch files beside an index such as {@code model.safetensors.index.json},
 * listed as if it were one file. What is missing or damaged is listed with the reason.
 */
public final class ShardIndexReader implements MatrixReader {
    /** One of the files, or why there is nothing in it. */
    private record Shard(CompanionFile file, ListedFile content, String fault) {
        static Shard faulty(String fault) {
            return new Shard(null, null, fault);
        }
    }

    private final SafetensorsReader safetensors = new SafetensorsReader();
    private final TorchReader torch = new TorchReader();

    @Override
    public String formatName() {
        return "sharded safetensors or PyTorch";
    }

    @Override
    public List<String> endings() {
        return List.of("index.json");
    }

    @Override
    public String scope() {
        return "all tensors of the files that an index names";
    }

    @Override
    public Recognition recognise(byte[] head, Path path) {
        String start = new String(head, StandardCharsets.ISO_8859_1).strip();
        if (start.startsWith("{") && start.contains('"' + ShardIndex.KEY + '"')) {
            return Recognition.BY_CONTENT;
        }
        return FileNames.recognise(path, endings());
    }

    @Override
    public MatrixFile open(Path path, CancelToken cancel) throws IOException, EigenscopeException {
        FileStamp stamp = FileStamp.of(path);
        ShardIndex index = ShardIndex.read(path);
        Map<String, Shard> shards = new HashMap<>();
        Map<Object, Shard> opened = new HashMap<>();
        List<ListedTensor> tensors = new ArrayList<>();
        for (Map.Entry<String, String> entry : index.files().entrySet()) {
            cancel.throwIfCancelled();
            Shard shard = shards.get(entry.getValue());
            if (shard == null) {
                shard = open(path, entry.getValue(), opened, cancel);
                shards.put(entry.getValue(), shard);
            }
            tensors.add(listed(entry.getKey(), entry.getValue(), shard));
        }
        return new ListedFile(path, stamp, formatName(), tensors, index.metadata(), companions(opened.values()));
    }

    private static List<Path> companions(Collection<Shard> shards) {
        return shards.stream()
                .filter(shard -> shard.file() != null)
                .map(shard -> shard.file().path())
                .toList();
    }

    /** A shard, listed once however many names lead to it. */
    private Shard open(Path index, String name, Map<Object, Shard> opened, CancelToken cancel)
            throws CancelledException {
        try {
            CompanionFile file = CompanionFile.beside(index, name);
            Object identity = identity(file.path());
            Shard before = opened.get(identity);
            if (before != null) {
                return before;
            }
            Shard shard = open(file, cancel);
            opened.put(identity, shard);
            return shard;
        } catch (CancelledException cancelled) {
            throw cancelled;
        } catch (EigenscopeException missing) {
            return Shard.faulty(withoutStop(missing.getMessage()));
        } catch (IOException failure) {
            return unreadable(name, failure);
        }
    }

    private static Shard unreadable(String name, IOException failure) {
        return Shard.faulty("its file '" + name + "' could not be read: " + IoFailures.reason(failure));
    }

    private Shard open(CompanionFile file, CancelToken cancel) throws CancelledException {
        if (file.size() == 0) {
            return Shard.faulty("its file '" + file.name() + "' is empty");
        }
        try {
            Optional<ListedFile> content = content(file.path(), cancel);
            return content.map(listed -> new Shard(file, listed, ""))
                    .orElseGet(() -> Shard.faulty("its file '" + file.name() + "' is neither safetensors nor PyTorch"));
        } catch (CancelledException cancelled) {
            throw cancelled;
        } catch (EigenscopeException fault) {
            return Shard.faulty(withoutStop(fault.getMessage()));
        } catch (IOException failure) {
            return unreadable(file.name(), failure);
        }
    }

    /** The same for all names of a file: a/../a, ./a, links; by the system's own key where it has one. */
    private static Object identity(Path path) throws IOException {
        Path real = path.toRealPath();
        Object key = Files.readAttributes(real, BasicFileAttributes.class).fileKey();
        return key == null ? real : key;
    }

    /** By content alone: an index that names another index, or itself, leads nowhere. */
    private Optional<ListedFile> content(Path path, CancelToken cancel) throws IOException, EigenscopeException {
        byte[] head = Gzip.head(path);
        if (safetensors.recognise(head, path) == Recognition.BY_CONTENT) {
            return Optional.of(safetensors.open(path, cancel));
        }
        return torch.recognise(head, path) == Recognition.BY_CONTENT
                ? Optional.of(torch.open(path, cancel))
                : Optional.empty();
    }

    private static ListedTensor listed(String name, String fileName, Shard shard) {
        if (!shard.fault().isEmpty()) {
            return ListedTensor.unreadable(TensorInfo.missing(name, shard.fault()));
        }
        Optional<ListedTensor> found = shard.content().listed(name);
        if (found.isEmpty()) {
            return ListedTensor.unreadable(TensorInfo.missing(name, "it is not in its file '" + fileName + "'"));
        }
        return found.get().after(shard.file()::verify);
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
