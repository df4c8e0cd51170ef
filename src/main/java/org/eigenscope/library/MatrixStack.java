package org.eigenscope.library;

import java.util.ArrayList;
import java.util.List;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.error.InsufficientMemoryException;
import org.eigenscope.io.TensorAxes;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.matrix.ElementType;
import org.eigenscope.matrix.Matrix;

/**
 * A tensor that is a stack of equally shaped matrices.
 *
 * @param info the tensor
 * @param axes which of its axes count them
 * @param reader reads one of them
 */
public record MatrixStack(TensorInfo info, TensorAxes axes, MemberReader reader) {
    /** Reads one matrix of a stack, counted from 0. */
    @FunctionalInterface
    interface MemberReader {
        Matrix read(long member) throws EigenscopeException;
    }

    private long bytesPerEntry() {
        return (long) Double.BYTES
                * info.elementType().map(ElementType::components).orElse(1);
    }

    /**
     * All of them.
     *
     * @throws EigenscopeException if one cannot be read, or together they do not fit into memory
     */
    public List<Matrix> members(String label) throws EigenscopeException {
        long count = axes.members(info.shape());
        long bytes = count * axes.rowCount(info.shape()) * axes.columnCount(info.shape()) * bytesPerEntry();
        if (bytes > Runtime.getRuntime().maxMemory() / 2) {
            throw new InsufficientMemoryException(label + " is a stack of " + count + " matrices that would take "
                    + (bytes >> 20) + " MiB together; name one of them, from " + label + "[0] to [" + (count - 1)
                    + "], or raise the Java heap with -Xmx.");
        }
        List<Matrix> members = new ArrayList<>();
        for (long member = 0; member < count; member++) {
            members.add(reader.read(member));
        }
        return members;
    }
}
