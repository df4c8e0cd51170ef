package org.eigenscope.spectrum;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
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
                // the load is told since the last time it was asked for
                busyElsewhere();
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
            openblas.blas_set_num_threads(threads(Runtime.getRuntime().availableProcessors(), busyElsewhere()));
        }
    }

    /**
     * Cores that other programs kept busy since this was last asked, or when the system does not tell, its load average,
     * which our own threads are part of; negative when it tells neither.
     */
    private static double busyElsewhere() {
        java.lang.management.OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        if (system instanceof OperatingSystemMXBean detailed) {
            double all = detailed.getCpuLoad();
            double own = detailed.getProcessCpuLoad();
            if (all >= 0 && own >= 0) {
                return (all - own) * Runtime.getRuntime().availableProcessors();
            }
        }
        return system.getSystemLoadAverage();
    }

    /**
     * Cores not kept busy, at least one; half a core counts as busy.
     *
     * @param busy cores, negative when the system does not tell
     */
    static int threads(int cores, double busy) {
        return (int) Math.max(1, cores - Math.round(Math.max(0, busy)));
    }

    /** Bytes that can be allocated outside the heap. */
    static long availableBytes() {
        long byLimit = Pointer.maxBytes() > 0 ? Pointer.maxBytes() - Pointer.totalBytes() : Long.MAX_VALUE;
        return Math.min(byLimit, Pointer.availablePhysicalBytes());
    }
}
