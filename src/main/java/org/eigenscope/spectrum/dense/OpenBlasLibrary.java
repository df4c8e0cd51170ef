package org.eigenscope.spectrum.dense;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.global.openblas;

/**
 * The native OpenBLAS: whether it loads on this machine, tried once. It gets one thread. With more threads its sums
 * depend on their number, and two threads on one free core take many times longer than one. {@link PartitionedProduct}
 * divides products among threads instead.
 */
public final class OpenBlasLibrary {
    /** The environment variable with the user's number of threads, which overrides ours. */
    private static final String THREADS_VARIABLE = "OPENBLAS_NUM_THREADS";

    private OpenBlasLibrary() {}

    /** The attempt to load the library, made on first use; holds the reason if it failed. */
    private static final class Attempt {
        static final Optional<Throwable> FAILURE = load();

        private static Optional<Throwable> load() {
            try {
                List<Path> kept = NativeFolder.usualPlaces();
                Path folder = NativeFolder.of(kept);
                System.setProperty(NativeFolder.PROPERTY, folder.toString());
                Loader.load(openblas.class);
                if (!kept.contains(folder)) {
                    NativeFolder.deleteAtExit(folder);
                }
                if (System.getenv(THREADS_VARIABLE) == null) {
                    openblas.blas_set_num_threads(1);
                }
                return Optional.empty();
            } catch (IOException | LinkageError | RuntimeException e) {
                // no native jar for this platform, no folder that is safe to unpack to, a missing system library…
                return Optional.of(e);
            }
        }
    }

    /** Why the library cannot be used on this machine; empty when it can. */
    public static Optional<Throwable> failure() {
        return Attempt.FAILURE;
    }

    /** Bytes that can be allocated outside the heap. */
    static long availableBytes() {
        long byLimit = Pointer.maxBytes() > 0 ? Pointer.maxBytes() - Pointer.totalBytes() : Long.MAX_VALUE;
        return Math.min(byLimit, Pointer.availablePhysicalBytes());
    }
}
