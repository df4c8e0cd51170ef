package org.eigenscope.ui.fit.parameter;

import static org.eigenscope.law.family.Parameter.GAMMA;
import static org.eigenscope.law.family.Parameter.KAPPA;
import static org.eigenscope.law.family.Parameter.SCALE;
import static org.eigenscope.law.family.Parameter.TAU;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.eigenscope.fit.FitResult;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;

/** The four parameters on screen, taken together. */
public final class ParameterTable {
    /** The parameters from top to bottom. */
    public static final List<Parameter> ORDER = List.of(KAPPA, GAMMA, TAU, SCALE);

    private final List<ParameterModel> rows;

    public ParameterTable(ParameterModel.Editor editor) {
        rows = ORDER.stream()
                .map(p -> new ParameterModel(p, ParameterRanges.initial(p), editor))
                .toList();
    }

    /** The model of one parameter. */
    public ParameterModel row(Parameter parameter) {
        return rows.get(ORDER.indexOf(parameter));
    }

    /** The values on screen; without those that have none yet. */
    public ParameterSet values() {
        return valuesOf(EnumSet.allOf(Parameter.class));
    }

    /** Whether there is a law to draw. */
    public boolean isComplete() {
        return values().asMap().size() == rows.size();
    }

    /** The parameters that are locked. */
    public Set<Parameter> locked() {
        return where(row -> row.lockedProperty().get());
    }

    /** The parameters that the user set by hand. */
    public Set<Parameter> byHand() {
        return where(row -> row.byHandProperty().get());
    }

    /** The parameters that a refit must not move, because they are locked or set by hand. */
    public Set<Parameter> kept() {
        return where(row -> row.lockedProperty().get() || row.byHandProperty().get());
    }

    /** The values on screen of some parameters, without those that have none yet. */
    public ParameterSet valuesOf(Set<Parameter> wanted) {
        ParameterSet set = ParameterSet.EMPTY;
        for (ParameterModel row : rows) {
            double value = row.valueProperty().get();
            if (wanted.contains(row.parameter()) && !Double.isNaN(value)) {
                set = set.with(row.parameter(), value);
            }
        }
        return set;
    }

    /** Starts over on a new sample. */
    public void reset(double[] eigenvalues) {
        for (ParameterModel row : rows) {
            row.clearValue();
            row.setLocked(false);
            row.setScale(
                    eigenvalues.length == 0
                            ? ParameterRanges.initial(row.parameter())
                            : ParameterRanges.of(row.parameter(), eigenvalues));
        }
        row(TAU).setCeiling(eigenvalues.length == 0 ? Double.POSITIVE_INFINITY : eigenvalues[0]);
    }

    /** Takes eigenvalues that are all larger by the given factor. */
    public void rescale(double factor, double[] eigenvalues) {
        for (ParameterModel row : rows) {
            double value =
                    FitState.rescaled(row.parameter(), row.valueProperty().get(), factor);
            double fitted =
                    FitState.rescaled(row.parameter(), row.fittedProperty().get(), factor);
            row.setScale(ParameterRanges.of(row.parameter(), eigenvalues));
            row.setFitted(fitted);
            row.setValue(value);
        }
        row(TAU).setCeiling(eigenvalues[0]);
    }

    /** Lets τ reach up to the smallest of the eigenvalues used. */
    public void reachFor(double[] used) {
        row(TAU).setScale(ParameterRanges.of(TAU, used));
        row(TAU).setCeiling(used[0]);
    }

    /** Moves the parameters that are not kept to their fitted values, and shows the fit's warnings beside them. */
    public void accept(FitResult result) {
        Set<Parameter> kept = kept();
        for (ParameterModel row : rows) {
            if (!kept.contains(row.parameter())) {
                row.setValue(result.parameters().get(row.parameter()));
            }
            row.setBrief(WarningPlacement.brief(row.parameter(), result));
            row.setWarning(WarningPlacement.beside(row.parameter(), result));
            row.setFact(WarningPlacement.factBeside(row.parameter(), result));
        }
    }

    public void markFitted(FitResult result) {
        rows.forEach(row -> row.setFitted(result.parameters().get(row.parameter())));
    }

    /** Marks no parameter as set by hand, so that the fit moves all but the locked ones. */
    public void giveAllBack() {
        rows.forEach(row -> row.setByHand(false));
    }

    /** Shows the values, locks and marks of a state. */
    public void restore(FitState state) {
        for (ParameterModel row : rows) {
            row.setLocked(state.locked().contains(row.parameter()));
            row.setByHand(state.byHand().contains(row.parameter()));
            row.setValue(state.values().get(row.parameter()));
            row.setWarning("");
            row.setFact("");
        }
    }

    private Set<Parameter> where(Predicate<ParameterModel> condition) {
        Set<Parameter> set = EnumSet.noneOf(Parameter.class);
        rows.stream().filter(condition).forEach(row -> set.add(row.parameter()));
        return set;
    }
}
