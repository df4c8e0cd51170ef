package org.eigenscope.io.registry;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.MatrixReader;
import org.eigenscope.io.MatrixReader.Recognition;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.format.gguf.GgufReader;
import org.eigenscope.io.format.hdf.HdfReader;
import org.eigenscope.io.format.keras.KerasReader;
import org.eigenscope.io.format.mat.MatReader;
import org.eigenscope.io.format.matrixmarket.MatrixMarketReader;
import org.eigenscope.io.format.npy.NpyReader;
import org.eigenscope.io.format.npy.NpzReader;
import org.eigenscope.io.format.onnx.OnnxReader;
import org.eigenscope.io.format.safetensors.SafetensorsReader;
import org.eigenscope.io.format.shard.ShardIndexReader;
import org.eigenscope.io.format.shard.SplitSet;
import org.eigenscope.io.format.text.OctaveTextReader;
import org.eigenscope.io.format.text.TextReader;
import org.eigenscope.io.format.tfjs.TfjsReader;
import org.eigenscope.io.format.tflite.TfliteReader;
import org.eigenscope.io.format.torch.PickleFileReader;
import org.eigenscope.io.format.torch.TorchReader;
import org.eigenscope.io.kit.IoFailures;
import org.eigenscope.io.kit.ReadableFile;
import org.eigenscope.io.kit.archive.Gzip;
import org.eigenscope.progress.CancelToken;

/** Opens matrix files of every format, known by their content first and their name second. */
public final class MatrixFiles {
    /** In the order in which they are asked; text comes last because almost anything may start with a digit. */
    private static final List<MatrixReader> READERS = List.of(
            new NpyReader(),
            new NpzReader(),
            new SafetensorsReader(),
            new MatReader(),
            new HdfReader(),
            new KerasReader(),
            new MatrixMarketReader(),
            new TorchReader(),
            new PickleFileReader(),
            new GgufReader(),
            new OnnxReader(),
            new TfliteReader(),
            new TfjsReader(),
            new ShardIndexReader(),
            new OctaveTextReader(),
            new TextReader());

    private static final long LARGEST_TRIAL = 1 << 20;

    private MatrixFiles() {}

    /**
     * Opens a file and lists its tensors without reading their entries.
     *
     * @throws EigenscopeException if the file is missing, no regular file, empty, of an unknown format or damaged
     */
    public static MatrixFile open(Path path) throws EigenscopeException {
        return open(path, CancelToken.NONE);
    }

    /**
     * Opens a file and lists its tensors without reading their entries.
     *
     * @param cancel looked at while a long listing is made (a text table is scanned to count its rows)
     * @throws EigenscopeException if the file is missing, no regular file, empty, of an unknown format or damaged, or
     *     the work was cancelled
     */
    public static MatrixFile open(Path path, CancelToken cancel) throws EigenscopeException {
        ReadableFile.require(path);
        try {
            MatrixReader reader = readerFor(path);
            return SplitSet.joined(reader.open(path, cancel), reader, cancel);
        } catch (ClosedByInterruptException interrupted) {
            throw new CancelledException();
        } catch (IOException failure) {
            throw new BadInputException(path + " could not be read: " + IoFailures.reason(failure) + ".", failure);
        }
    }

    /** The names of the formats that can be read, as users know them. */
    public static List<String> formatNames() {
        return READERS.stream().map(MatrixReader::formatName).toList();
    }

    /**
     * One of the formats that can be read.
     *
     * @param name as users know it
     * @param endings of its files' names; empty if it is known by content alone
     * @param gzip whether such files may be packed by gzip
     * @param scope what of them is read
     */
    public record Format(String name, List<String> endings, boolean gzip, String scope) {
        public Format {
            endings = List.copyOf(endings);
        }
    }

    /** The formats that can be read, in the order in which they are tried. */
    public static List<Format> formats() {
        return READERS.stream()
                .map(reader -> new Format(reader.formatName(), reader.endings(), reader.unpacksGzip(), reader.scope()))
                .toList();
    }

    /**
     * The format of a file, from its first bytes; empty if it is none that can be read. A file that only its name speaks
     * for must be opened to be believed, unless it is large.
     *
     * @throws EigenscopeException if the file cannot be read or the work was cancelled
     */
    public static Optional<String> recognise(Path path, CancelToken cancel) throws EigenscopeException {
        if (!Files.isRegularFile(path) || path.toFile().length() == 0) {
            return Optional.empty();
        }
        try {
            Claims claims = claims(path);
            if (claims.byContent().isPresent()) {
                return claims.byContent().map(MatrixReader::formatName);
            }
            if (claims.byName().isEmpty()) {
                return Optional.empty();
            }
            MatrixReader reader = claims.byName().get(0);
            if (ReadableFile.placeholder(path).isPresent()) {
                // listed, so that opening it tells what it is
                return Optional.of(reader.formatName());
            }
            boolean believed = path.toFile().length() > LARGEST_TRIAL || holdsMatrix(reader, path, cancel);
            return believed ? Optional.of(reader.formatName()) : Optional.empty();
        } catch (BadInputException notThat) {
            return Optional.empty();
        } catch (ClosedByInterruptException interrupted) {
            throw new CancelledException();
        } catch (IOException failure) {
            throw new BadInputException(path + " could not be read: " + IoFailures.reason(failure) + ".", failure);
        }
    }

    private static boolean holdsMatrix(MatrixReader reader, Path path, CancelToken cancel)
            throws IOException, EigenscopeException {
        try (MatrixFile file = reader.open(path, cancel)) {
            return file.tensors().stream().anyMatch(TensorInfo::isReadable);
        }
    }

    /** The readers that take a file for theirs. */
    private record Claims(Optional<MatrixReader> byContent, List<MatrixReader> byName) {}

    private static MatrixReader readerFor(Path path) throws IOException, BadInputException {
        Claims claims = claims(path);
        if (claims.byContent().isEmpty() && claims.byName().isEmpty()) {
            String known = formatNames().stream().collect(Collectors.joining(", "));
            throw new BadInputException(path + " is of no format that can be read; these can: " + known + ".");
        }
        return claims.byContent().orElseGet(() -> claims.byName().get(0));
    }

    private static Claims claims(Path path) throws IOException {
        boolean packed = Gzip.isPacked(path);
        byte[] head = Gzip.head(path);
        List<MatrixReader> readers =
                packed ? READERS.stream().filter(MatrixReader::unpacksGzip).toList() : READERS;
        Path name = packed ? Gzip.unpackedName(path) : path;
        List<MatrixReader> byName = new ArrayList<>();
        for (MatrixReader reader : readers) {
            Recognition recognition = reader.recognise(head, name);
            if (recognition == Recognition.BY_CONTENT) {
                return new Claims(Optional.of(reader), List.of());
            }
            if (recognition == Recognition.BY_NAME) {
                byName.add(reader);
            }
        }
        return new Claims(Optional.empty(), byName);
    }
}
