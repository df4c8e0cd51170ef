package org.eigenscope.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executor;
import org.eigenscope.cli.console.Console;
import org.eigenscope.cli.console.DataOutput;
import org.eigenscope.cli.console.ExitCode;
import org.eigenscope.cli.console.Failures;
import org.eigenscope.cli.open.WindowOpener;
import org.eigenscope.cli.serve.ServeHost;

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
        CommandTree tree = new CommandTree(new Console(in, data, talk), window, helpers, host);
        int code;
        try {
            code = tree.neededFor(List.of(args)).execute(args);
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
}
