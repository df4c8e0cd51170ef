package org.eigenscope.io.format.hdf;

import io.jhdf.exceptions.UnsupportedHdfException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;

/**
 * The one place where what jHDF throws becomes the checked family. A damaged file can make it throw anything: its own
 * exceptions, those of buffers, casts and arithmetic, a stack overflow in a deep tree.
 */
public final class HdfFailures {
    private HdfFailures() {}

    /** Work that goes through jHDF. */
    @FunctionalInterface
    public interface Parsing<T> {
        T parse() throws IOException, EigenscopeException;
    }

    /**
     * Runs it.
     *
     * @param what the file or object, as the message names it
     * @throws BadInputException if the file's structures cannot be followed
     */
    public static <T> T guarded(String what, Parsing<T> parsing) throws IOException, EigenscopeException {
        try {
            return parsing.parse();
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
            // lists are all that parsing allocates, so after an OutOfMemoryError nothing half-built is left
            throw new BadInputException(what + " " + reason(failure) + ".", failure);
        }
    }

    /** What is wrong, to follow the name of a file or an object. */
    private static String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof GuardedStorage.ExhaustedException) {
                return "is damaged or made to deceive: its structures lead in circles";
            }
            if (cause instanceof UnsupportedHdfException) {
                return "uses a part of HDF5 that cannot be read (" + cause.getMessage() + ")";
            }
        }
        return "has structures that cannot be followed: it is damaged or of an unknown kind";
    }

    /** Whether the whole file has to be given up. */
    static boolean isHopeless(BadInputException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof GuardedStorage.ExhaustedException || cause instanceof OutOfMemoryError) {
                return true;
            }
        }
        return false;
    }
}
