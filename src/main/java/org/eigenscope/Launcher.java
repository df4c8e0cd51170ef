package org.eigenscope;

import java.util.List;
import java.util.Optional;
import org.eigenscope.app.WindowLauncher;

/** Entry point: no arguments or {@code open} starts the window, anything else the command line. */
public final class Launcher {
    private static final String OPEN = "open";

    private Launcher() {}

    public static void main(String[] args) {
        List<String> arguments = List.of(args);
        if (arguments.isEmpty() || arguments.get(0).equals(OPEN)) {
            openWindow(arguments.subList(Math.min(1, arguments.size()), arguments.size()));
        }
    }

    private static void openWindow(List<String> files) {
        Optional<String> problem = WindowLauncher.launch(files);
        if (problem.isPresent()) {
            System.err.println(problem.get());
            System.exit(1);
        }
    }
}
