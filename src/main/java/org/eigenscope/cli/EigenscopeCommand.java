package org.eigenscope.cli;

import org.eigenscope.cli.console.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program itself: explains its commands. */
@Command(
        name = "eigenscope",
        description = "Explores the spectra of matrices. Without a command, or with 'open', it shows its window.",
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
final class EigenscopeCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Options alone are no command. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
