package org.eigenscope.cli.serve;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.eigenscope.bridge.BridgeClient;
import org.eigenscope.cli.console.Console;
import org.eigenscope.cli.console.ExitCode;
import org.eigenscope.cli.console.Version;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.registry.MatrixFiles;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.library.SelectedTensor;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends a matrix to a server, to try it. */
@Command(
        name = "send",
        description = "Sends a matrix to a window that receives, or to 'eigenscope serve', and writes the answer.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class SendCommand implements Callable<Integer> {
    private final Console console;
    private final ServeHost host;

    @Parameters(paramLabel = "FILE[#NAME]", description = "A matrix file, and which of its tensors.")
    private String target;

    @Option(names = "--name", description = "What to call it (default: as the file and the tensor are called).")
    private String name;

    public SendCommand(Console console, ServeHost host) {
        this.console = console;
        this.host = host;
    }

    @Override
    public Integer call() throws EigenscopeException, IOException {
        MatrixTarget typed = MatrixTarget.parse(target);
        try (MatrixFile file = MatrixFiles.open(typed.file())) {
            SelectedTensor tensor = SelectedTensor.of(file, typed.name());
            Matrix matrix = tensor.file().read(tensor.info().name(), ProgressListener.NONE, CancelToken.NONE);
            BridgeClient client = BridgeClient.find(host.folder())
                    .orElseThrow(() -> new BadInputException("No server answers; start 'eigenscope serve', or choose"
                            + " File > Receive from Notebooks in the window."));
            console.out().line(client.send(matrix, Optional.ofNullable(name).orElse(tensor.label())));
        }
        return ExitCode.OK;
    }
}
