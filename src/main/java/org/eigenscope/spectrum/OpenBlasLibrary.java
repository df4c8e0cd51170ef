package org.eigenscope.spectrum;

import java.lang.management.ManagementFactory;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas;

/** The native OpenBLAS: whether it loads on this machine, tried once, and how many threads it should take. */
final class OpenBlasLibrary {
    /** The user's own setting, which outranks ours. */
    private static final String THREADS_VARIABLE = "OPENBLAS_NUM_THREADS";

    private OpenBlasLibrary() {}

    /** Loaded on first use; holds why it failed, if it did. */
    private static final class Attempt {
        static final Optional<Throwable> FAILURE = load();

        private static Optional<Throwable> load() {
            try {
                Loader.load(openblas.class);
                return Optional.empty();
            } catch (LinkageError | RuntimeException e) {
                // no native jar for this platform, an unwritable cache directory, a missing system library…
                return Optional.of(e);
            }
        }
    }

    /** Why the library cannot be used on this machine; empty when it can. */
    static Optional<Throwable> failure() {
        return Attempt.FAILURE;
    }

    /**
     * Gives the library as many threads as there are idle cores. Its threads spin while they wait for each other, so that
     * two of them on one free core take many times longer than one.
     */
    static void adaptThreads() {
        if (System.getenv(THREADS_VARIABLE) == null) {
            double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
            openblas.blas_set_num_threads(threads(Runtime.getRuntime().availableProcessors(), load));
        }
    }

    /**
     * Cores not taken by the system's load, at least one.
     *
     * @param load the load average, negative when the system does not tell
     */
    static int threads(int cores, double load) {
        return (int) Math.max(1, cores - Math.floor(Math.max(0, load)));
    }
}
