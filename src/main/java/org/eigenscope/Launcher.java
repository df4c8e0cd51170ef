package org.eigenscope;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.List;
import java.util.Optional;
import org.eigenscope.app.CommandLineThreads;
import org.eigenscope.app.ServeThreads;
import org.eigenscope.app.WindowLauncher;
import org.eigenscope.cli.Cli;

/** Entry point: no arguments or {@code open} starts the window, anything else the command line, which opens files named alone. */
public final class Launcher {
    private static final String OPEN = "open";

    private Launcher() {}

    public static void main(String[] args) {
        List<String> arguments = List.of(args);
        if (asksForWindow(arguments)) {
            Optional<String> problem = WindowLauncher.launch(arguments.subList(Math.min(1, args.length), args.length));
            if (problem.isPresent()) {
                System.err.println(problem.get());
                System.exit(1);
            }
            return;
        }
        // not System.out, which swallows failed writes
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        System.exit(Cli.run(
                args,
                System.in,
                out,
                System.err,
                files -> WindowLauncher.launch(files),
                CommandLineThreads.create(),
                new ServeThreads()));
    }

    /** The command line sorts out options, such as {@code open --help}. */
    private static boolean asksForWindow(List<String> arguments) {
        return arguments.isEmpty()
                || arguments.get(0).equals(OPEN) && arguments.stream().noneMatch(a -> a.startsWith("-"));
    }
}
