package org.eigenscope.cli.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.eigenscope.cli.console.Console;
import org.eigenscope.cli.console.ExitCode;
import org.eigenscope.cli.console.ProgressLine;
import org.eigenscope.cli.console.Version;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.error.NoConvergenceException;
import org.eigenscope.figure.export.write.SafeFile;
import org.eigenscope.network.array.Arithmetic;
import org.eigenscope.network.array.Precision;
import org.eigenscope.network.checkpoint.Checkpoints;
import org.eigenscope.network.checkpoint.RunDescription;
import org.eigenscope.network.data.DataSplit;
import org.eigenscope.network.model.Network;
import org.eigenscope.network.train.Snapshot;
import org.eigenscope.network.train.Trainer;
import org.eigenscope.network.train.TrainingListener;
import org.eigenscope.network.train.TrainingPace;
import org.eigenscope.progress.CancelToken;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains networks and writes checkpoints. */
@Command(
        name = "train",
        description = {
            "Trains a network by stochastic gradient descent, a run for each batch size and seed, and writes safetensors checkpoints that"
                    + " say how they were trained, for survey to read. A row is written for each checkpoint:"
                    + " run,batch_size,seed,epoch,step,learning_rate,train_loss,train_accuracy,test_loss,test_accuracy,file."
        },
        footer = {
            "",
            "The same options give the same numbers, to the bit on the same kind of processor. A run that is there is not trained again,"
                    + " and one that was stopped goes on from its last checkpoint. A run whose loss is not finite any more ends; what"
                    + " it wrote is kept, the others go on, and the exit code is 4."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class TrainCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private TrainingOptions training;

    @Mixin
    private RunOptions which;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            required = true,
            description = "The folder for the checkpoints; made if it is not there.")
    private Path folder;

    @Option(names = "--json", description = "Write rows as JSON, one a line.")
    private boolean json;

    public TrainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws EigenscopeException, IOException {
        List<RunOptions.Run> runs = which.runs();
        Set<Integer> epochs = which.epochs(training.epochs());
        double noise = training.labelNoise();
        DataSplit data = training.data();
        Network network = training.network(data);
        List<RunDescription> all = new ArrayList<>();
        for (RunOptions.Run run : runs) {
            RunDescription described =
                    new RunDescription(data.name(), noise, network, training.settings(run.batchSize(), run.seed()));
            Trainer.requireSuitable(network, data, described.settings(), Arithmetic.of(Precision.FLOAT32));
            all.add(described);
        }
        makeFolder();
        return train(all, data, epochs);
    }

    private void makeFolder() throws BadInputException {
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new BadInputException(folder + " is no folder and none can be made there; name another.", failure);
        }
    }

    private int train(List<RunDescription> runs, DataSplit data, Set<Integer> epochs)
            throws EigenscopeException, IOException {
        CheckpointLines lines = new CheckpointLines(console, json);
        ProgressLine line = ProgressLine.on(console);
        int failed = 0;
        int found = 0;
        for (int i = 0; i < runs.size(); i++) {
            RunDescription run = runs.get(i);
            if (isDone(run, epochs)) {
                found++;
                continue;
            }
            try {
                train(run, data, epochs, new Progress(line, i, runs.size(), lines));
            } catch (NoConvergenceException diverged) {
                line.clear();
                console.say(diverged.getMessage());
                failed++;
            }
        }
        line.clear();
        console.say(runs.size() + (runs.size() == 1 ? " run: " : " runs: ") + (runs.size() - found - failed)
                + " trained, " + found + " found in " + folder + ", " + failed + " ended early.");
        return failed > 0 ? ExitCode.NO_CONVERGENCE : ExitCode.OK;
    }

    /** Whether all checkpoints of a run are there. */
    private boolean isDone(RunDescription run, Set<Integer> epochs) throws EigenscopeException {
        boolean all = true;
        for (int epoch : epochs) {
            Path file = folder.resolve(run.file(epoch));
            if (Files.exists(file)) {
                Checkpoints.requireRun(file, run);
            } else {
                all = false;
            }
        }
        return all;
    }

    private void train(RunDescription run, DataSplit data, Set<Integer> epochs, Progress progress)
            throws EigenscopeException, IOException {
        DataSplit noisy = run.labelNoise() == 0
                ? data
                : data.withTraining(data.training()
                        .withLabelNoise(run.labelNoise(), run.settings().seed()));
        Path state = folder.resolve(run.stateFile());
        Arithmetic arithmetic = Arithmetic.of(Precision.FLOAT32);
        try (Trainer trainer = new Trainer(run.network(), noisy, run.settings(), arithmetic)) {
            if (Files.exists(state)) {
                Snapshot left = Checkpoints.readState(state, run);
                if (left.epoch() <= run.settings().epochs() && isThere(run, epochs, left.epoch())) {
                    trainer.resume(left);
                    console.say(run.name() + " goes on from epoch " + left.epoch() + ".");
                }
            }
            progress.begin(trainer, run);
            try {
                trainer.run(epochs, progress, new TrainingPace(), CancelToken.NONE);
            } catch (StoppedException stopped) {
                progress.rethrow();
            }
        }
        Files.deleteIfExists(state);
    }

    /** Whether the checkpoints up to an epoch are there. */
    private boolean isThere(RunDescription run, Set<Integer> epochs, int epoch) {
        return epochs.stream()
                .filter(each -> each <= epoch)
                .allMatch(each -> Files.exists(folder.resolve(run.file(each))));
    }

    /** Writes checkpoints as they come and says how long it will take. */
    private final class Progress implements TrainingListener {
        private final ProgressLine line;
        private final int index;
        private final int runs;
        private final CheckpointLines lines;
        private final long start = System.nanoTime();
        private Trainer trainer;
        private RunDescription run;
        private long firstStep;
        private EigenscopeException unwritten;
        private IOException unprinted;

        Progress(ProgressLine line, int index, int runs, CheckpointLines lines) {
            this.line = line;
            this.index = index;
            this.runs = runs;
            this.lines = lines;
        }

        void begin(Trainer of, RunDescription description) {
            trainer = of;
            run = description;
            firstStep = of.steps();
        }

        @Override
        public void step(long step, double loss) {
            double seconds = (System.nanoTime() - start) / 1e9;
            double each = seconds / Math.max(1, step - firstStep);
            double left = each * (trainer.allSteps() - step);
            line.show("run " + (index + 1) + "/" + runs + " " + run.name() + ": epoch " + trainer.epoch() + "/"
                    + run.settings().epochs() + ", loss " + String.format(Locale.ROOT, "%.4g", loss) + ", about "
                    + ProgressLine.duration(left) + " left of this run");
        }

        @Override
        public void snapshot(Snapshot snapshot) {
            Path file = folder.resolve(run.file(snapshot.epoch()));
            try {
                SafeFile.write(file, out -> Checkpoints.write(out, run, snapshot));
                if (!trainer.isFinished()) {
                    SafeFile.write(folder.resolve(run.stateFile()), out -> Checkpoints.writeState(out, run, snapshot));
                }
                line.clear();
                lines.write(run, snapshot, file);
            } catch (EigenscopeException failure) {
                unwritten = failure;
                throw new StoppedException();
            } catch (IOException failure) {
                unprinted = failure;
                throw new StoppedException();
            }
        }

        void rethrow() throws EigenscopeException, IOException {
            if (unwritten != null) {
                throw unwritten;
            }
            if (unprinted != null) {
                throw unprinted;
            }
        }
    }

    /** Ends a training whose checkpoint could not be written. */
    private static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
