package org.eigenscope.ui.training.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.eigenscope.network.train.Measures;
import org.eigenscope.ui.training.chart.EpochCurves;
import org.eigenscope.ui.training.run.Observation;

/** What is followed along the epochs. */
public enum RunCurves {
    /** κ of the law that is fitted. */
    KAPPA("κ"),
    /** Loss on the data to train on, dashed, and on the test data. */
    LOSS("loss"),
    /** Accuracy, likewise. */
    ACCURACY("accuracy");

    private final String title;

    RunCurves(String title) {
        this.title = title;
    }

    /** The lines of all runs. */
    EpochCurves of(List<RunLine> runs, int chosen, double at) {
        List<EpochCurves.Line> lines = new ArrayList<>();
        double epochs = 1;
        for (RunLine run : runs) {
            epochs = Math.max(epochs, run.run().description().settings().epochs());
            switch (this) {
                case KAPPA -> lines.add(line(run, Observation::kappa, false));
                case LOSS -> {
                    lines.add(line(run, measure(Measures::trainingLoss), true));
                    lines.add(line(run, measure(Measures::testLoss), false));
                }
                case ACCURACY -> {
                    lines.add(line(run, measure(Measures::trainingAccuracy), true));
                    lines.add(line(run, measure(Measures::testAccuracy), false));
                }
            }
        }
        return new EpochCurves(title, runs.size(), epochs, lines, chosen, at);
    }

    private static ToDoubleFunction<Observation> measure(ToDoubleFunction<Measures> measure) {
        return seen -> seen.measures().map(measure::applyAsDouble).orElse(Double.NaN);
    }

    private static EpochCurves.Line line(RunLine run, ToDoubleFunction<Observation> quantity, boolean broken) {
        List<Observation> seen = run.seen();
        double[] xs = seen.stream().mapToDouble(one -> one.network().place()).toArray();
        double[] ys = seen.stream().mapToDouble(quantity).toArray();
        return new EpochCurves.Line(run.index(), xs, ys, broken);
    }
}
