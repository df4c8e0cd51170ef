package org.eigenscope.spectrum.dense;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.global.openblas_full;
import org.eigenscope.natives.NativeFolder;
import org.eigenscope.natives.NativeLibrary;

/**
 * The native OpenBLAS: whether it loads on this machine, tried once. It gets one thread. With more threads its sums
 * depend on their number, and two threads on one free core take many times longer than one. {@link PartitionedProduct}
 * divides products among threads instead.
 */
public final class OpenBlasLibrary {
    /** The environment variable with the user's number of threads, which overrides ours. */
    private static final String THREADS_VARIABLE = "OPENBLAS_NUM_THREADS";

    /** Whether JavaCPP looks for libraries, unpacks and loads them; asked by it at every class. */
    private static final String LOAD_PROPERTY = "org.bytedeco.javacpp.loadLibraries";

    private OpenBlasLibrary() {}

    /** The attempt to load the library, made on first use; holds the reason if it failed. */
    private static final class Attempt {
        static final Optional<Throwable> FAILURE = load();

        private static Optional<Throwable> load() {
            try {
                String platform = Loader.getPlatform();
                List<NativeLibrary> libraries = NativeLibrary.ofPlatform(platform);
                if (libraries.isEmpty()) {
                    throw new IOException("there is none for " + platform);
                }
                load(NativeFolder.ofOpenBlas(libraries), libraries);
                // openblas_full is openblas with this call, which JavaCPP makes through two more libraries elsewhere
                if (System.getenv(THREADS_VARIABLE) == null) {
                    openblas_full.openblas_set_num_threads(1);
                }
                return Optional.empty();
            } catch (IOException | LinkageError | RuntimeException | ClassNotFoundException e) {
                // no folder that is safe to unpack to, a changed library, a missing system library…
                return Optional.of(e);
            }
        }

        /**
         * Loads these files and no others. JavaCPP, which would look for libraries of these names in many places, is told not to
         * while the classes that have native methods start.
         */
        private static void load(Path folder, List<NativeLibrary> libraries) throws ClassNotFoundException {
            for (NativeLibrary library : libraries) {
                System.load(library.in(folder).toAbsolutePath().toString());
            }
            String before = System.setProperty(LOAD_PROPERTY, "false");
            try {
                for (Class<?> started : List.of(
                        Pointer.class, BytePointer.class, IntPointer.class, DoublePointer.class, openblas_full.class)) {
                    Class.forName(started.getName(), true, started.getClassLoader());
                }
            } finally {
                if (before == null) {
                    System.clearProperty(LOAD_PROPERTY);
                } else {
                    System.setProperty(LOAD_PROPERTY, before);
                }
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
