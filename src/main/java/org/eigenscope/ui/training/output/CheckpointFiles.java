package org.eigenscope.ui.training.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.figure.export.write.SafeFile;
import org.eigenscope.network.checkpoint.Checkpoints;
import org.eigenscope.network.checkpoint.RunDescription;
import org.eigenscope.network.train.Measures;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.ui.training.run.KeptNetwork;
import org.eigenscope.ui.training.run.NetworkMeasures;
import org.eigenscope.ui.training.run.Observer;
import org.eigenscope.ui.training.run.TrainingRun;

/** Writes kept networks as the command {@code train} does: safetensors that say how they were trained. */
final class CheckpointFiles implements AutoCloseable {
    private final Observer observer;
    private final NetworkMeasures measures = new NetworkMeasures();

    /** @param observer knows the measures of most of them */
    CheckpointFiles(Observer observer) {
        this.observer = observer;
    }

    /** A checkpoint that was written. */
    record Written(TrainingRun run, KeptNetwork network, Path file) {}

    /** The name of a checkpoint's file; between two epochs it has the step. */
    static String name(TrainingRun run, KeptNetwork network) {
        RunDescription of = run.description();
        String whole = of.file(network.epoch());
        return network.place() == network.epoch()
                ? whole
                : whole.replace(".safetensors", String.format(Locale.ROOT, "_step%d.safetensors", network.step()));
    }

    /** Writes one. */
    void write(TrainingRun run, KeptNetwork network, Path file) throws EigenscopeException {
        Optional<Measures> known = observer.measures(run, network);
        Measures now = known.isPresent() ? known.get() : measures.of(run, network);
        SafeFile.write(file, out -> Checkpoints.write(out, run.description(), network.snapshot(now)));
    }

    /**
     * Writes all of several runs into a folder, which is made if it is not there.
     *
     * @throws EigenscopeException if a file of the same name is of another training, or one cannot be written
     */
    List<Written> writeAll(List<TrainingRun> runs, Path folder, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        List<Written> all = new ArrayList<>();
        for (TrainingRun run : runs) {
            for (KeptNetwork network : run.kept()) {
                all.add(new Written(run, network, folder.resolve(name(run, network))));
            }
        }
        if (all.isEmpty()) {
            throw new BadInputException("There is no network yet; train first.");
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new BadInputException(folder + " is no folder and none can be made there; name another.", failure);
        }
        for (Written one : all) {
            if (Files.exists(one.file())) {
                Checkpoints.requireRun(one.file(), one.run().description());
            }
        }
        for (int i = 0; i < all.size(); i++) {
            cancel.throwIfCancelled();
            progress.progress("Writing checkpoints", (double) i / all.size());
            write(all.get(i).run(), all.get(i).network(), all.get(i).file());
        }
        return all;
    }

    @Override
    public void close() {
        measures.close();
    }
}
