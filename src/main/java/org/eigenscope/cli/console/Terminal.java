package org.eigenscope.cli.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether messages are read by a person as they come. */
final class Terminal {
    /** Where Linux says what standard error is. */
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private Terminal() {}

    /** Whether standard error is a terminal; where the system does not tell, whether the program has one. */
    static boolean isStandardError() {
        try {
            if (Files.exists(STANDARD_ERROR)) {
                String target = Files.readSymbolicLink(STANDARD_ERROR).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
            }
        } catch (IOException | UnsupportedOperationException unknown) {
            return System.console() != null;
        }
        return System.console() != null;
    }
}
