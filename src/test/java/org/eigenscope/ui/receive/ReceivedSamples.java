package org.eigenscope.ui.receive;

import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.eigenscope.bridge.Received;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.spectrum.Spectrum;

/** Spectra as a training run sends them. */
final class ReceivedSamples {
    static final int ROWS = 20;

    private ReceivedSamples() {}

    static Received of(String run, String name, long step) {
        return of(run, name, step, Map.of());
    }

    /** The eigenvalues 1·(1 + step), …, 20·(1 + step) of a 20×40 matrix. */
    static Received of(String run, String name, long step, Map<String, Double> metrics) {
        return new Received(new Received.Label(run, name, OptionalLong.of(step)), metrics, spectrum(1.0 + step));
    }

    static Spectrum spectrum(double scale) {
        double[] values =
                IntStream.rangeClosed(1, ROWS).mapToDouble(i -> scale * i).toArray();
        Spectrum.Details details =
                new Spectrum.Details(ROWS, 2 * ROWS, Spectrum.Source.GRAM, Normalization.RAW, 0, "sent");
        return Spectrum.of(values, details);
    }
}
