package org.eigenscope.cli;

import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Executor;
import org.eigenscope.cli.compare.CompareCommand;
import org.eigenscope.cli.console.Console;
import org.eigenscope.cli.console.Failures;
import org.eigenscope.cli.console.TypedValues;
import org.eigenscope.cli.correlate.CorrelateCommand;
import org.eigenscope.cli.density.DensityCommand;
import org.eigenscope.cli.features.FeaturesCommand;
import org.eigenscope.cli.figure.FigureCommand;
import org.eigenscope.cli.fit.FitCommand;
import org.eigenscope.cli.info.InfoCommand;
import org.eigenscope.cli.open.OpenCommand;
import org.eigenscope.cli.open.WindowOpener;
import org.eigenscope.cli.sample.SampleCommand;
import org.eigenscope.cli.serve.SendCommand;
import org.eigenscope.cli.serve.ServeCommand;
import org.eigenscope.cli.serve.ServeHost;
import org.eigenscope.cli.spectrum.SpectrumCommand;
import org.eigenscope.cli.structure.StructureCommand;
import org.eigenscope.cli.survey.SurveyCommand;
import org.eigenscope.cli.train.TrainCommand;
import org.eigenscope.error.BadInputException;
import org.eigenscope.library.MatrixTarget;
import picocli.CommandLine;

/**
 * The program and its commands. A line that begins with a command needs that command alone: to read the options of all
 * fifteen takes longer than all else that a short command does.
 */
final class CommandTree {
    private static final List<String> NAMES = List.of(
            "open",
            "info",
            "spectrum",
            "density",
            "fit",
            "sample",
            "structure",
            "figure",
            "survey",
            "correlate",
            "compare",
            "train",
            "features",
            "serve",
            "send");

    private final Console console;
    private final WindowOpener window;
    private final Executor helpers;
    private final ServeHost host;

    CommandTree(Console console, WindowOpener window, Executor helpers, ServeHost host) {
        this.console = console;
        this.window = window;
        this.helpers = helpers;
        this.host = host;
    }

    /** All commands: for help, and for words that are none of them. */
    CommandLine whole() {
        return with(NAMES);
    }

    /** What a line needs: the command that it begins with, none if it names files alone, or all. */
    CommandLine neededFor(List<String> line) {
        if (line.isEmpty()) {
            return whole();
        }
        if (NAMES.contains(line.get(0))) {
            return with(line.subList(0, 1));
        }
        return line.stream().allMatch(CommandTree::isFile) ? with(List.of()) : whole();
    }

    private static boolean isFile(String word) {
        if (word.startsWith("-") || NAMES.contains(word)) {
            return false;
        }
        try {
            return Files.exists(MatrixTarget.parse(word).file());
        } catch (BadInputException noName) {
            // the program itself says so
            return false;
        }
    }

    private Object command(String name) {
        return switch (name) {
            case "open" -> new OpenCommand(console, window);
            case "info" -> new InfoCommand(console);
            case "spectrum" -> new SpectrumCommand(console, helpers);
            case "density" -> new DensityCommand(console);
            case "fit" -> new FitCommand(console, helpers);
            case "sample" -> new SampleCommand(console);
            case "structure" -> new StructureCommand(console);
            case "figure" -> new FigureCommand(console);
            case "survey" -> new SurveyCommand(console, helpers);
            case "correlate" -> new CorrelateCommand(console);
            case "compare" -> new CompareCommand(console, helpers);
            case "train" -> new TrainCommand(console);
            case "features" -> new FeaturesCommand(console);
            case "serve" -> new ServeCommand(console, host);
            case "send" -> new SendCommand(console, host);
            default -> throw new IllegalArgumentException("'" + name + "' is none of " + NAMES);
        };
    }

    private CommandLine with(List<String> names) {
        CommandLine tree = new CommandLine(new EigenscopeCommand(console, window));
        for (String name : names) {
            tree.addSubcommand(name, command(name));
        }
        tree.setExecutionStrategy(EigenscopeCommand::execute);
        TypedValues.registerWith(tree);
        // a file named @FILE is a file, and holds no further arguments
        tree.setExpandAtFiles(false);
        tree.setOut(console.out().asPrintWriter());
        tree.setErr(console.err());
        tree.setUsageHelpLongOptionsMaxWidth(28);
        tree.setExecutionExceptionHandler((failure, command, parsed) -> Failures.code(failure, console.err()));
        tree.setParameterExceptionHandler((failure, typed) -> Failures.usage(failure, console.err()));
        return tree;
    }
}
