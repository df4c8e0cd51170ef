package org.eigenscope.cli.open;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.eigenscope.cli.console.Console;
import org.eigenscope.cli.console.ExitCode;
import org.eigenscope.cli.console.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows the window. */
@Command(
        name = "open",
        description = "Shows the window, with files and folders in it.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class OpenCommand implements Callable<Integer> {
    private final Console console;
    private final WindowOpener window;

    @Parameters(paramLabel = "FILE|FOLDER", arity = "0..*", description = "Matrix files, and folders of them.")
    private List<String> files = List.of();

    public OpenCommand(Console console, WindowOpener window) {
        this.console = console;
        this.window = window;
    }

    @Override
    public Integer call() {
        Optional<String> problem = window.open(files);
        problem.ifPresent(console::say);
        return problem.isPresent() ? ExitCode.FAILURE : ExitCode.OK;
    }
}
