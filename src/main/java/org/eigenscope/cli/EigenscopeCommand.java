package org.eigenscope.cli;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.eigenscope.cli.console.Console;
import org.eigenscope.cli.console.ExitCode;
import org.eigenscope.cli.console.Version;
import org.eigenscope.cli.open.WindowOpener;
import org.eigenscope.error.BadInputException;
import org.eigenscope.library.MatrixTarget;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program itself: explains its commands. */
@Command(
        name = "eigenscope",
        description =
                "Explores the spectra of matrices. Without a command, or with 'open', it shows its window, with the files and"
                        + " folders in it that are named.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Data go to standard output, messages to standard error. A file is FILE, or FILE#NAME for one of its tensors;",
            "'-' is standard input.",
            "",
            "Exit codes: 0 done, 2 usage, 3 unusable input, 4 no convergence, 1 anything else."
        })
public final class EigenscopeCommand implements Callable<Integer> {
    private final Console console;
    private final WindowOpener window;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE|FOLDER", arity = "0..*", description = "Matrix files, and folders of them, to open.")
    private List<String> files = List.of();

    EigenscopeCommand(Console console, WindowOpener window) {
        this.console = console;
        this.window = window;
    }

    /**
     * Opens what is named, if it is there; a word that is neither a command nor a file is more likely a command misspelt.
     *
     * @throws ParameterException if nothing is named, or something that is not there
     */
    @Override
    public Integer call() throws BadInputException {
        if (files.isEmpty()) {
            // options alone are no command
            throw new ParameterException(spec.commandLine(), "a command is missing");
        }
        for (String file : files) {
            if (!Files.exists(MatrixTarget.parse(file).file())) {
                throw unknown(file);
            }
        }
        Optional<String> problem = window.open(files);
        problem.ifPresent(console::say);
        return problem.isPresent() ? ExitCode.FAILURE : ExitCode.OK;
    }

    private ParameterException unknown(String word) {
        boolean namesFile = word.contains(".") || word.contains("/") || word.contains("\\");
        return namesFile
                ? new ParameterException(spec.commandLine(), "'" + word + "' does not exist")
                : new UnmatchedArgumentException(spec.commandLine(), List.of(word));
    }

    /** Runs what was typed, unless a file stands before a command, which would be passed over. */
    static int execute(ParseResult typed) {
        if (typed.hasSubcommand() && typed.hasMatchedPositional(0)) {
            CommandLine commands = typed.commandSpec().commandLine();
            String command = typed.subcommand().commandSpec().name();
            Object file = typed.matchedPositional(0).originalStringValues().get(0);
            throw new ParameterException(
                    commands, "'" + file + "' stands before the command '" + command + "'; name files after it");
        }
        return new CommandLine.RunLast().execute(typed);
    }
}
