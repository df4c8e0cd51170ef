package org.eigenscope.io;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixReader.Recognition;
import org.eigenscope.io.hdf.HdfReader;
import org.eigenscope.io.hdf.KerasReader;
import org.eigenscope.io.mat.MatReader;
import org.eigenscope.io.matrixmarket.MatrixMarketReader;
import org.eigenscope.io.torch.TorchReader;
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
            new TextReader());

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
        refuseUnreadable(path);
        try {
            return readerFor(path).open(path, cancel);
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

    /** Refuses what is no regular file with something in it. */
    static void refuseUnreadable(Path path) throws BadInputException {
        if (!Files.exists(path)) {
            throw new BadInputException(path + " does not exist.");
        }
        if (Files.isDirectory(path)) {
            throw new BadInputException(path + " is a folder; name a file in it.");
        }
        if (!Files.isRegularFile(path)) {
            throw new BadInputException(
                    path + " is not a regular file (a pipe or a device?); save it to a file first.");
        }
        if (!Files.isReadable(path)) {
            throw new BadInputException(path + " cannot be read: permission denied.");
        }
        if (path.toFile().length() == 0) {
            throw new BadInputException(path + " is empty.");
        }
    }

    private static MatrixReader readerFor(Path path) throws IOException, BadInputException {
        boolean packed = Gzip.isPacked(path);
        byte[] head = FileNames.head(path);
        List<MatrixReader> readers =
                packed ? READERS.stream().filter(MatrixReader::unpacksGzip).toList() : READERS;
        Path name = packed ? Gzip.unpackedName(path) : path;
        List<MatrixReader> byName = new ArrayList<>();
        for (MatrixReader reader : readers) {
            Recognition recognition = reader.recognise(head, name);
            if (recognition == Recognition.BY_CONTENT) {
                return reader;
            }
            if (recognition == Recognition.BY_NAME) {
                byName.add(reader);
            }
        }
        if (byName.isEmpty()) {
            String known = formatNames().stream().collect(Collectors.joining(", "));
            throw new BadInputException(path + " is of no format that can be read; these can: " + known + ".");
        }
        return byName.get(0);
    }
}
