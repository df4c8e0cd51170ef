package org.eigenscope.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
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
import picocli.CommandLine;

/**
 * The program and its commands. A line that begins with a command needs that command alone: to read the options of all
 * fifteen takes longer than all else that a short command does.
 */
final class CommandTree {
    private final Console console;
    private final WindowOpener window;
    private final Map<String, Supplier<Object>> commands = new LinkedHashMap<>();

    CommandTree(Console console, WindowOpener window, Executor helpers, ServeHost host) {
        this.console = console;
        this.window = window;
        commands.put("open", () -> new OpenCommand(console, window));
        commands.put("info", () -> new InfoCommand(console));
        commands.put("spectrum", () -> new SpectrumCommand(console));
        commands.put("density", () -> new DensityCommand(console));
        commands.put("fit", () -> new FitCommand(console, helpers));
        commands.put("sample", () -> new SampleCommand(console));
        commands.put("structure", () -> new StructureCommand(console));
        commands.put("figure", () -> new FigureCommand(console));
        commands.put("survey", () -> new SurveyCommand(console, helpers));
        commands.put("correlate", () -> new CorrelateCommand(console));
        commands.put("compare", () -> new CompareCommand(console, helpers));
        commands.put("train", () -> new TrainCommand(console));
        commands.put("features", () -> new FeaturesCommand(console));
        commands.put("serve", () -> new ServeCommand(console, host));
        commands.put("send", () -> new SendCommand(console, host));
    }

    /** All commands: for help, and for words that are none of them. */
    CommandLine whole() {
        return with(commands);
    }

    /** What a line needs: the command that it begins with, or all. */
    CommandLine neededFor(List<String> line) {
        String first = line.isEmpty() ? "" : line.get(0);
        Supplier<Object> one = commands.get(first);
        return one == null ? whole() : with(Map.of(first, one));
    }

    private CommandLine with(Map<String, Supplier<Object>> chosen) {
        CommandLine tree = new CommandLine(new EigenscopeCommand(console, window));
        chosen.forEach((name, command) -> tree.addSubcommand(name, command.get()));
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
