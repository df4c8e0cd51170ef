package org.eigenscope.io;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.matrix.RowBlocks;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/** An open file: its tensors are listed without being read, and read one at a time on demand. Safe for many threads. */
public interface MatrixFile extends AutoCloseable {
    /** The file on disk. */
    Path path();

    /** The format's name as users know it, for example {@code safetensors}. */
    String formatName();

    /** Every tensor in the file's own order; the unusable ones carry the reason. */
    List<TensorInfo> tensors();

    /**
     * The tensor of that name: a listed one, or one that is not listed but can be asked for.
     *
     * @throws BadInputException if it can be asked for but does not suit the file
     */
    default Optional<TensorInfo> find(String name) throws BadInputException {
        return tensors().stream().filter(info -> info.name().equals(name)).findFirst();
    }

    /** The other files that hold a part of it, such as shards; without those that are missing. */
    default List<Path> companions() {
        return List.of();
    }

    /** What the file says of itself, possibly empty. */
    Map<String, String> metadata();

    /**
     * Where all entries of a tensor lie, in this file or in a companion, so that a copy that holds what is needed to list the file and these
     * bytes is enough to read it; empty if they are not in one place, are compressed, or nobody knows.
     *
     * @param name a name from {@link #tensors()}
     */
    default Optional<FileRange> range(String name) {
        return Optional.empty();
    }

    /**
     * Reads one tensor as a matrix: two dimensions as they are, more flattened to first × rest.
     *
     * @param name a name from {@link #tensors()}
     * @throws EigenscopeException if there is no such tensor, it is unusable, damaged or too large, or the work was
     *     cancelled
     */
    Matrix read(String name, ProgressListener progress, CancelToken cancel) throws EigenscopeException;

    /**
     * One tensor as blocks of rows, read anew on every walk over them where its entries lie uncompressed in the file, and held
     * in memory otherwise.
     *
     * @param name a name from {@link #tensors()}
     * @throws EigenscopeException as {@link #read}
     */
    default RowBlocks rows(String name, ProgressListener progress, CancelToken cancel) throws EigenscopeException {
        return RowBlocks.of(read(name, progress, cancel));
    }

    /**
     * Entries that follow each other in the tensor's own order, the last index fastest, of any tensor of numbers: a vector, a single
     * number or the member of a stack. A complex entry takes two doubles, its real part first.
     *
     * @param name a name from {@link #tensors()}
     * @param from the first of them, from 0
     * @param count how many
     * @throws EigenscopeException as {@link #read}
     */
    default double[] entries(String name, long from, long count, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        Matrix matrix = read(name, progress, cancel);
        int size = matrix.elementType().components();
        return Arrays.copyOfRange(matrix.valuesForReading(), (int) from * size, (int) (from + count) * size);
    }

    @Override
    void close();
}
