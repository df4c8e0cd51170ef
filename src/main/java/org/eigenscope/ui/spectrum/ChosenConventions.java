package org.eigenscope.ui.spectrum;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.eigenscope.matrix.ConvolutionFlattening;
import org.eigenscope.matrix.Interpretation;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.spectrum.SolverChoice;
import org.eigenscope.spectrum.SpectrumOptions;

/** How the user wants spectra taken. */
final class ChosenConventions {
    private final ObjectProperty<Normalization> normalization = new Choice<>(this, "normalization", Normalization.RAW);
    private final ObjectProperty<ConvolutionFlattening> flattening =
            new Choice<>(this, "flattening", ConvolutionFlattening.OUT_BY_REST);
    private final ObjectProperty<Interpretation> interpretation =
            new Choice<>(this, "interpretation", Interpretation.AUTO);
    private final ObjectProperty<SolverChoice> solver = new Choice<>(this, "solver", SolverChoice.AUTO);

    /** A choice that is never none: a list that loses its selection leaves it as it was. */
    private static final class Choice<T> extends SimpleObjectProperty<T> {
        Choice(Object bean, String name, T usual) {
            super(bean, name, usual);
        }

        @Override
        public void set(T value) {
            if (value != null) {
                super.set(value);
            }
        }
    }

    /** Calls back after every change. */
    void onChanged(Runnable listener) {
        for (ObjectProperty<?> choice : List.of(normalization, flattening, interpretation, solver)) {
            choice.addListener((source, old, value) -> listener.run());
        }
    }

    /** Takes all of them; the listener hears of each. */
    void adopt(SpectrumOptions options) {
        normalization.set(options.normalization());
        flattening.set(options.flattening());
        interpretation.set(options.interpretation());
        solver.set(options.solver());
    }

    SpectrumOptions options() {
        return SpectrumOptions.withDefaults()
                .withNormalization(normalization.get())
                .withFlattening(flattening.get())
                .withInterpretation(interpretation.get())
                .withSolver(solver.get());
    }

    ObjectProperty<Normalization> normalization() {
        return normalization;
    }

    ObjectProperty<ConvolutionFlattening> flattening() {
        return flattening;
    }

    ObjectProperty<Interpretation> interpretation() {
        return interpretation;
    }

    ObjectProperty<SolverChoice> solver() {
        return solver;
    }
}
