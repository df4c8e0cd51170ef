package org.eigenscope.io.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.error.InsufficientMemoryException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.registry.MatrixFiles;
import org.eigenscope.library.DerivedFile;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/** Opens a damaged file and reads all that it lists; anything but a matrix or a sentence for the user is a bug. */
final class Survival {
    /**
     * For the listing, and for each tensor. The seeds are a few kilobytes and a reader's buffers a megabyte or two, so
     * that more can only come from a size that was believed.
     */
    private static final long MAX_ALLOCATED_BYTES = 64L << 20;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private int matrices;
    private int refusals;

    /** Matrices read so far. */
    int matrices() {
        return matrices;
    }

    /** Files and tensors refused with a sentence so far. */
    int refusals() {
        return refusals;
    }

    void check(Path file, String story) {
        try {
            checkFile(file, story);
        } catch (EigenscopeException | RuntimeException | StackOverflowError | InternalError | OutOfMemoryError bug) {
            throw new AssertionError(story, bug);
        }
    }

    private void checkFile(Path path, String story) throws EigenscopeException {
        long before = allocated();
        try (MatrixFile file = DerivedFile.over(MatrixFiles.open(path))) {
            assertBounded(before, story);
            for (TensorInfo tensor : file.tensors()) {
                checkTensor(file, tensor, story);
            }
        } catch (BadInputException refused) {
            assertBounded(before, story);
            assertSentence(refused, story);
        }
    }

    private void checkTensor(MatrixFile file, TensorInfo tensor, String story) throws EigenscopeException {
        long before = allocated();
        try {
            Matrix matrix = file.read(tensor.name(), ProgressListener.NONE, CancelToken.NONE);
            assertThat(matrix.columns()).as(story).isEqualTo((int) tensor.columns());
            matrices++;
        } catch (BadInputException | InsufficientMemoryException refused) {
            assertSentence(refused, story);
        }
        assertBounded(before, story);
    }

    private void assertSentence(EigenscopeException refused, String story) {
        refusals++;
        assertThat(refused).as(story).hasMessageMatching("(?s).{15,}\\.");
    }

    private void assertBounded(long before, String story) {
        assertThat(allocated() - before).as("bytes allocated for " + story).isLessThan(MAX_ALLOCATED_BYTES);
    }

    private long allocated() {
        return threads.getCurrentThreadAllocatedBytes();
    }
}
