package org.eigenscope.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.network.array.Arithmetic;
import org.eigenscope.network.array.Precision;
import org.eigenscope.network.data.BundledData;
import org.eigenscope.network.data.DataSplit;
import org.eigenscope.network.model.Architecture;
import org.eigenscope.network.model.Loss;
import org.eigenscope.network.model.Network;
import org.eigenscope.network.train.LearningRate;
import org.eigenscope.network.train.RateSchedule;
import org.eigenscope.network.train.Trainer;
import org.eigenscope.network.train.TrainingListener;
import org.eigenscope.network.train.TrainingPace;
import org.eigenscope.network.train.TrainingSettings;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.ui.main.MainTab;
import org.eigenscope.ui.training.model.Phase;
import org.eigenscope.ui.training.model.TrainingModel;

/**
 * What the live view costs a training: the digits MLP at batch size 20 alone, and in the tab with its charts moving, in turn. A program and
 * no test; it prints seconds, of which the least of each are compared.
 */
public final class TrainingViewCost {
    private static final int EPOCHS = 40;
    private static final int ROUNDS = 5;

    private TrainingViewCost() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true);
        TestWindow window = TestWindow.open();
        Platform.runLater(() -> window.context().models().main().tabProperty().set(MainTab.TRAINING));
        double leastAlone = Double.POSITIVE_INFINITY;
        double leastShown = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            double alone = alone();
            double shown = shown(window.context().training().model());
            out.printf(Locale.ROOT, "alone %.2f s, shown %.2f s%n", alone, shown);
            leastAlone = Math.min(leastAlone, alone);
            leastShown = Math.min(leastShown, shown);
        }
        out.printf(Locale.ROOT, "the view costs %.0f %%%n", 100 * (leastShown / leastAlone - 1));
        window.close();
        Platform.exit();
    }

    private static double alone() throws EigenscopeException {
        DataSplit data = BundledData.DIGITS.read();
        Network network =
                Architecture.parse("mlp:400,200").build(data.training().shape(), 10);
        LearningRate rate = LearningRate.parse("0.02", RateSchedule.CONSTANT);
        TrainingSettings settings = new TrainingSettings(20, EPOCHS, rate, 0.9, 5e-4, Loss.CROSS_ENTROPY, 0);
        try (Trainer trainer = new Trainer(network, data, settings, Arithmetic.of(Precision.FLOAT32))) {
            long start = System.nanoTime();
            trainer.run(Set.of(), TrainingListener.NONE, new TrainingPace(), CancelToken.NONE);
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private static double shown(TrainingModel model) throws TimeoutException {
        CompletableFuture<Long> begun = new CompletableFuture<>();
        CompletableFuture<Long> ended = new CompletableFuture<>();
        Platform.runLater(() -> {
            model.form().fill(Map.of("batch", "20", "epochs", Integer.toString(EPOCHS)));
            model.markKept();
            model.phaseProperty().addListener((source, old, now) -> {
                if (now == Phase.TRAINING) {
                    begun.complete(System.nanoTime());
                } else if (now == Phase.IDLE && old == Phase.TRAINING) {
                    ended.complete(System.nanoTime());
                }
            });
            model.train();
        });
        return (ended.join() - begun.join()) / 1e9;
    }
}
