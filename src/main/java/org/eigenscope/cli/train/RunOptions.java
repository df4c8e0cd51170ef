package org.eigenscope.cli.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eigenscope.network.train.TrainingNumber;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which runs are made, and when they are written. */
final class RunOptions {
    private static final int MOST_SNAPSHOTS = 100_000;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--batch",
            paramLabel = "N,...",
            split = ",",
            defaultValue = "100",
            description = "Batch sizes: a run for each and each seed (default: ${DEFAULT-VALUE}).")
    private List<Integer> batches;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many seeds, counted from --seed (default: ${DEFAULT-VALUE}).")
    private int seeds;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "The first seed (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--snapshots",
            paramLabel = "EPOCHS",
            defaultValue = "0",
            description =
                    "After which epochs checkpoints are written besides the last: a list such as 0,1,5, or every:N (default:"
                            + " ${DEFAULT-VALUE}, before training).")
    private String snapshots;

    /** A run to make. */
    record Run(int batchSize, long seed) {}

    /** All runs, batch sizes within seeds. */
    List<Run> runs() {
        if (!TrainingNumber.SEEDS.contains(seeds)) {
            throw usage("--seeds = " + seeds + " is outside " + TrainingNumber.SEEDS.range());
        }
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < seeds; i++) {
            for (int batch : new TreeSet<>(batches)) {
                if (batch < 1) {
                    throw usage("--batch = " + batch + " is less than 1");
                }
                runs.add(new Run(batch, seed + i));
            }
        }
        return runs;
    }

    /** The epochs to write after, the last among them. */
    Set<Integer> epochs(int last) {
        if (last < 0) {
            throw usage("--epochs = " + last + " is negative");
        }
        Set<Integer> epochs = new TreeSet<>(Set.of(last));
        String plain = snapshots.strip();
        if (plain.matches("every:0*[1-9]\\d{0,6}")) {
            int every = Integer.parseInt(plain.substring("every:".length()));
            if (last / every > MOST_SNAPSHOTS) {
                throw usage(
                        "--snapshots = " + plain + " would write more than " + MOST_SNAPSHOTS + " checkpoints a run");
            }
            for (int epoch = 0; epoch <= last; epoch += every) {
                epochs.add(epoch);
            }
            return epochs;
        }
        if (!plain.matches("\\d{1,7}(,\\d{1,7})*")) {
            throw usage("--snapshots = " + snapshots + " is neither a list of epochs such as 0,1,5 nor every:N");
        }
        for (String epoch : plain.split(",")) {
            if (Integer.parseInt(epoch) > last) {
                throw usage("--snapshots = " + snapshots + " names epoch " + epoch + " after the last, " + last);
            }
            epochs.add(Integer.parseInt(epoch));
        }
        return epochs;
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
