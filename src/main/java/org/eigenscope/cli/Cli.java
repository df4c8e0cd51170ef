package org.eigenscope.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;
import org.eigenscope.cli.compare.CompareCommand;
import org.eigenscope.cli.console.Console;
import org.eigenscope.cli.console.DataOutput;
import org.eigenscope.cli.console.ExitCode;
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
 * The command line as one call. Exit codes are those of {@link ExitCode}; numbers are written with a decimal point, in
 * the shortest form that reads back as the same double, whatever the machine's locale; infinities as {@code Infinity} and
 * {@code -Infinity} in CSV and as null in JSON.
 */
public final class Cli {
    private Cli() {}

    /**
     * Runs one command.
     *
     * @param args as typed
     * @param in what {@code -} reads
     * @param out receives data and nothing else
     * @param err receives messages
     * @param window opens the window for the command {@code open}, and for files named without a command
     * @param helpers lend threads to commands with many independent parts
     * @param host what servers borrow
     * @return the exit code
     */
    public static int run(
            String[] args,
            InputStream in,
            OutputStream out,
            PrintStream err,
            WindowOpener window,
            Executor helpers,
            ServeHost host) {
        PrintWriter talk = new PrintWriter(err, true, StandardCharsets.UTF_8);
        DataOutput data = new DataOutput(out);
        CommandLine commands = commands(new Console(in, data, talk), window, helpers, host);
        int code;
        try {
            code = commands.execute(args);
        } catch (OutOfMemoryError full) {
            code = Failures.outOfMemory(talk);
        }
        try {
            data.close();
        } catch (IOException failure) {
            code = code == ExitCode.OK ? Failures.outputFailed(failure, talk) : code;
        }
        talk.flush();
        return code;
    }

    static CommandLine commands(Console console, WindowOpener window, Executor helpers, ServeHost host) {
        CommandLine commands = new CommandLine(new EigenscopeCommand(console, window))
                .addSubcommand(new OpenCommand(console, window))
                .addSubcommand(new InfoCommand(console))
                .addSubcommand(new SpectrumCommand(console))
                .addSubcommand(new DensityCommand(console))
                .addSubcommand(new FitCommand(console, helpers))
                .addSubcommand(new SampleCommand(console))
                .addSubcommand(new StructureCommand(console))
                .addSubcommand(new FigureCommand(console))
                .addSubcommand(new SurveyCommand(console, helpers))
                .addSubcommand(new CorrelateCommand(console))
                .addSubcommand(new CompareCommand(console, helpers))
                .addSubcommand(new TrainCommand(console))
                .addSubcommand(new FeaturesCommand(console))
                .addSubcommand(new ServeCommand(console, host))
                .addSubcommand(new SendCommand(console, host));
        commands.setExecutionStrategy(EigenscopeCommand::execute);
        TypedValues.registerWith(commands);
        // a file named @FILE is a file, and holds no further arguments
        commands.setExpandAtFiles(false);
        commands.setOut(console.out().asPrintWriter());
        commands.setErr(console.err());
        commands.setUsageHelpLongOptionsMaxWidth(28);
        commands.setExecutionExceptionHandler((failure, command, parsed) -> Failures.code(failure, console.err()));
        commands.setParameterExceptionHandler((failure, typed) -> Failures.usage(failure, console.err()));
        return commands;
    }
}
