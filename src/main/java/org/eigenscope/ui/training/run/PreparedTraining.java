package org.eigenscope.ui.training.run;

import java.util.List;
import org.eigenscope.network.data.DataSplit;
import org.eigenscope.network.model.Network;
import org.eigenscope.ui.training.form.TrainingPlan;

/**
 * A training that could begin.
 *
 * @param plan what was asked
 * @param data what is learnt, without noise
 * @param network what is trained
 * @param runs one for each batch size and seed, by seed and then size
 * @param cost what it takes
 */
public record PreparedTraining(
        TrainingPlan plan, DataSplit data, Network network, List<TrainingRun> runs, TrainingCost cost) {
    public PreparedTraining {
        runs = List.copyOf(runs);
    }
}
