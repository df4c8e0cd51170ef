package org.eigenscope.ui.training.model;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.eigenscope.network.train.Measures;
import org.eigenscope.ui.text.Numbers;
import org.eigenscope.ui.training.run.Observation;
import org.eigenscope.ui.training.run.RunStatus;
import org.eigenscope.ui.training.run.TrainingRun;

/** A run in the table: what is known of it, as text that changes while it is trained. */
public final class RunLine {
    private final int index;
    private final TrainingRun run;
    private final ReadOnlyStringWrapper epoch = new ReadOnlyStringWrapper(this, "epoch", "0");
    private final ReadOnlyStringWrapper loss = new ReadOnlyStringWrapper(this, "loss", "–");
    private final ReadOnlyStringWrapper accuracy = new ReadOnlyStringWrapper(this, "accuracy", "–");
    private final ReadOnlyStringWrapper kappa = new ReadOnlyStringWrapper(this, "kappa", "–");
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper(this, "state", "waiting");
    private List<Observation> seen = List.of();

    RunLine(int index, TrainingRun run) {
        this.index = index;
        this.run = run;
    }

    void update(List<Observation> observations) {
        seen = List.copyOf(observations);
        RunStatus status = run.status();
        epoch.set(Numbers.count(status.epoch()));
        state.set(status.state().label());
        Optional<Observation> last = seen.isEmpty() ? Optional.empty() : Optional.of(seen.get(seen.size() - 1));
        Optional<Measures> measures = last.flatMap(Observation::measures);
        // the mean over the batches is there first; over all data it is measured of kept networks
        loss.set(Numbers.formatShort(
                Double.isNaN(status.loss())
                        ? measures.map(Measures::trainingLoss).orElse(Double.NaN)
                        : status.loss()));
        accuracy.set(percent(measures.map(RunLine::accuracyOf).orElse(Double.NaN)));
        kappa.set(Numbers.formatShort(last.map(Observation::kappa).orElse(Double.NaN)));
    }

    /** On the test data, or those to train on if there are no others. */
    static double accuracyOf(Measures measures) {
        return Double.isNaN(measures.testAccuracy()) ? measures.trainingAccuracy() : measures.testAccuracy();
    }

    private static String percent(double part) {
        return Double.isNaN(part) ? "–" : Numbers.formatFixed2(100 * part) + " %";
    }

    /** Its place among the runs, from 0. */
    public int index() {
        return index;
    }

    public TrainingRun run() {
        return run;
    }

    public String batch() {
        return Numbers.count(run.description().settings().batchSize());
    }

    public String seed() {
        return Long.toString(run.description().settings().seed());
    }

    /** What was seen of it, by time. */
    public List<Observation> seen() {
        return seen;
    }

    public ReadOnlyStringProperty epochProperty() {
        return epoch.getReadOnlyProperty();
    }

    /** The mean loss of the last epoch's batches. */
    public ReadOnlyStringProperty lossProperty() {
        return loss.getReadOnlyProperty();
    }

    /** Of the network that was seen last, on the test data. */
    public ReadOnlyStringProperty accuracyProperty() {
        return accuracy.getReadOnlyProperty();
    }

    /** κ̂ of the network that was seen last. */
    public ReadOnlyStringProperty kappaProperty() {
        return kappa.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Why it ended early, a sentence, or empty. */
    public String message() {
        return run.status().message();
    }
}
