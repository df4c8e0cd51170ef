package org.eigenscope.io.format.shard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.MatrixReader;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.kit.CompanionFile;
import org.eigenscope.io.kit.FileNames;
import org.eigenscope.io.kit.FileStamp;
import org.eigenscope.io.kit.IoFailures;
import org.eigenscope.io.kit.ListedFile;
import org.eigenscope.io.kit.ListedTensor;
import org.eigenscope.progress.CancelToken;

/**
 * A model in several files called {@code NAME-00001-of-00003.gguf} and so on, which llama.cpp, safetensors and PyTorch write alike. Its
 * first file is listed with the tensors of all; what is missing or damaged is named among them. The others are listed alone, and said
 * to be parts.
 */
public final class SplitSet {
    private static final Pattern PART = Pattern.compile("(.*-)(\\d{5})(-of-)(\\d{5})(\\.[A-Za-z0-9]+)");
    private static final int MOST_PARTS = 10_000;
    private static final String FACT = "split";

    private SplitSet() {}

    /**
     * The file with the tensors of the other parts; itself if it is not the first of several.
     *
     * @param file the file alone
     * @param reader reads the others
     * @throws EigenscopeException if two parts have tensors of the same name, or the work was cancelled
     */
    public static MatrixFile joined(MatrixFile file, MatrixReader reader, CancelToken cancel)
            throws IOException, EigenscopeException {
        Path path = file.path();
        Matcher name = PART.matcher(FileNames.last(path));
        if (!name.matches() || !(file instanceof ListedFile)) {
            return file;
        }
        int number = Integer.parseInt(name.group(2));
        int count = Integer.parseInt(name.group(4));
        if (count < 2 || count > MOST_PARTS || number < 1 || number > count) {
            return file;
        }
        if (number != 1) {
            String formatName = file.formatName() + ", part " + number + " of " + count;
            return new ListedFile(path, FileStamp.of(path), formatName, listed((ListedFile) file), file.metadata());
        }
        Map<String, String> metadata = new HashMap<>(file.metadata());
        metadata.put(FACT, "read together with the other parts, " + count + " in all");
        List<ListedTensor> tensors = new ArrayList<>(listed((ListedFile) file));
        List<Path> others = new ArrayList<>();
        for (int part = 2; part <= count; part++) {
            cancel.throwIfCancelled();
            String other = name.group(1)
                    + String.format(Locale.ROOT, "%05d", part)
                    + name.group(3)
                    + name.group(4)
                    + name.group(5);
            Path beside = path.resolveSibling(other);
            if (Files.isRegularFile(beside)) {
                others.add(beside);
            }
            tensors.addAll(part(path, other, part + " of " + count, reader, cancel));
        }
        return new ListedFile(path, FileStamp.of(path), file.formatName(), tensors, metadata, others);
    }

    private static List<ListedTensor> listed(ListedFile file) {
        return file.tensors().stream()
                .map(info -> file.listed(info.name()).orElseThrow())
                .toList();
    }

    private static List<ListedTensor> part(
            Path first, String name, String which, MatrixReader reader, CancelToken cancel) throws CancelledException {
        try {
            CompanionFile companion = CompanionFile.beside(first, name);
            if (reader.open(companion.path(), cancel) instanceof ListedFile content) {
                return listed(content).stream()
                        .map(tensor -> tensor.after(companion::verify))
                        .toList();
            }
            return faulty(name, which, "is of another kind");
        } catch (CancelledException cancelled) {
            throw cancelled;
        } catch (BadInputException missing) {
            boolean there = first.resolveSibling(name).toFile().isFile();
            return faulty(name, which, there ? "cannot be read" : "is missing");
        } catch (EigenscopeException failure) {
            return faulty(name, which, "cannot be read");
        } catch (IOException failure) {
            return faulty(name, which, "could not be read: " + IoFailures.reason(failure));
        }
    }

    private static List<ListedTensor> faulty(String name, String which, String fault) {
        return List.of(ListedTensor.unreadable(TensorInfo.missing(name, "part " + which + " of the model " + fault)));
    }
}
