package org.eigenscope.bridge;

import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.eigenscope.spectrum.Spectrum;

/**
 * A spectrum that was sent.
 *
 * @param label what the sender calls it
 * @param metrics numbers that were sent with it, such as the accuracy, by name
 * @param spectrum its eigenvalues
 */
public record Received(Label label, Map<String, Double> metrics, Spectrum spectrum) {
    public Received {
        Objects.requireNonNull(label, "label");
        metrics = Map.copyOf(metrics);
        Objects.requireNonNull(spectrum, "spectrum");
    }

    /**
     * What a sender calls a matrix. None of it ever names a file as it is.
     *
     * @param run the training run, empty if none was told
     * @param name the matrix in its model
     * @param step the step of the run, empty if none was told
     */
    public record Label(String run, String name, OptionalLong step) {
        public Label {
            Objects.requireNonNull(run, "run");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(step, "step");
        }

        /** As it is shown. */
        public String text() {
            String where = run.isEmpty() ? name : run + "/" + name;
            return step.isPresent() ? where + " @ " + step.getAsLong() : where;
        }
    }
}
