package org.eigenscope.cli.serve;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.eigenscope.bridge.BridgeLimits;
import org.eigenscope.bridge.BridgeServer;
import org.eigenscope.bridge.ReceivedMemory;
import org.eigenscope.cli.console.Console;
import org.eigenscope.cli.console.ExitCode;
import org.eigenscope.cli.console.Json;
import org.eigenscope.cli.console.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Serves programs on this machine, without a window. */
@Command(
        name = "serve",
        description = {
            "Takes matrices, spectra and metrics from programs on this machine, such as a notebook, and gives fits and"
                    + " figures back, until it is ended. It listens on 127.0.0.1 alone. Writes one line of JSON: the url, and"
                    + " the file that holds the token, which only its user may read."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class ServeCommand implements Callable<Integer> {
    private static final int MOST_PORT = 65_535;
    private static final long MEBIBYTE = 1 << 20;

    private final Console console;
    private final ServeHost host;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "P",
            defaultValue = "0",
            description = "The port; 0 for any that is free (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--memory",
            paramLabel = "MIB",
            defaultValue = "256",
            description = "Keep spectra within MIB mebibytes; the oldest go (default: ${DEFAULT-VALUE}).")
    private int memory;

    public ServeCommand(Console console, ServeHost host) {
        this.console = console;
        this.host = host;
    }

    @Override
    public Integer call() throws IOException {
        if (port < 0 || port > MOST_PORT) {
            throw new ParameterException(spec.commandLine(), "--port = " + port + " is not from 0 to " + MOST_PORT);
        }
        if (memory < 1) {
            throw new ParameterException(spec.commandLine(), "--memory = " + memory + " is less than 1");
        }
        BridgeServer.Parts parts = new BridgeServer.Parts(new ReceivedMemory(memory * MEBIBYTE), new SpectrumAnswers());
        try (BridgeServer server = BridgeServer.start(port, host.folder(), parts, BridgeLimits.USUAL, host.threads())) {
            console.out()
                    .line(Json.line(out -> out.object(() -> {
                        out.field("url", server.url());
                        out.field("token_file", server.addressFile().toString());
                    })));
            console.out().flush();
            host.untilKilled(server::close);
        }
        return ExitCode.OK;
    }
}
