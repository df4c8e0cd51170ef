package org.eigenscope.ui.training.run;

import java.util.Optional;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.network.array.Arithmetic;
import org.eigenscope.network.array.Precision;
import org.eigenscope.network.train.Measures;
import org.eigenscope.network.train.Snapshot;
import org.eigenscope.network.train.Trainer;

/** Measures kept networks, away from the threads that train. For one thread at a time. */
public final class NetworkMeasures implements AutoCloseable {
    /** Of the run that was measured last; runs with the same data and noise share one. */
    private Optional<Measuring> current = Optional.empty();

    private record Measuring(Trainer trainer, double noise, long seed) {
        boolean suits(TrainingRun run) {
            return run.description().labelNoise() == noise
                    && (noise == 0 || run.description().settings().seed() == seed);
        }
    }

    /**
     * Loss and accuracy of a network.
     *
     * @throws EigenscopeException if there is not enough memory
     */
    public Measures of(TrainingRun run, KeptNetwork network) throws EigenscopeException {
        if (current.filter(known -> known.suits(run)).isEmpty()) {
            close();
            // of a batch of one, as it never takes a step
            Trainer trainer = new Trainer(
                    run.description().network(),
                    run.data(),
                    run.description()
                            .settings()
                            .withRun(1, run.description().settings().seed()),
                    Arithmetic.of(Precision.FLOAT32),
                    network.doubles());
            current = Optional.of(new Measuring(
                    trainer,
                    run.description().labelNoise(),
                    run.description().settings().seed()));
        }
        double[] parameters = network.doubles();
        Measures unknown = new Measures(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        Trainer trainer = current.orElseThrow().trainer();
        trainer.resume(new Snapshot(
                network.epoch(), network.step(), network.rate(), parameters, new double[parameters.length], unknown));
        return trainer.measures();
    }

    @Override
    public void close() {
        current.map(Measuring::trainer).ifPresent(Trainer::close);
        current = Optional.empty();
    }
}
