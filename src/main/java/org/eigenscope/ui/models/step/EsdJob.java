package org.eigenscope.ui.models.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.figure.Ordinate;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.compose.CurveFunction;
import org.eigenscope.figure.compose.LawCurve;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.query.Field;
import org.eigenscope.study.store.StudyStore;
import org.eigenscope.ui.task.Job;
import org.eigenscope.ui.text.Numbers;

/**
 * Makes the pictures of one layer's spectra from what the study keeps.
 *
 * @param rows of the layer, by step
 */
record EsdJob(StudyStore store, String label, List<StudyRow> rows, Optional<Field> step) implements Job<EsdSeries> {
    private static final int BINS = 48;
    private static final int CURVE_POINTS = 240;
    private static final double LEAST_SHARE = 0.2;

    /** A row and its spectrum. */
    private record Found(StudyRow row, Spectrum spectrum) {}

    @Override
    public EsdSeries run(ProgressListener progress, CancelToken cancel) throws EigenscopeException {
        List<Found> found = new ArrayList<>();
        for (StudyRow row : rows) {
            cancel.throwIfCancelled();
            Optional<Spectrum> kept = row.key().content().isEmpty()
                    ? Optional.empty()
                    : store.spectrum(row.key().content(), row.key().convention());
            kept.filter(spectrum -> spectrum.positiveCount() > 0)
                    .ifPresent(spectrum -> found.add(new Found(row, spectrum)));
        }
        if (found.isEmpty()) {
            return EsdSeries.EMPTY;
        }
        double[] edges = edges(found);
        List<EsdSeries.Frame> frames = new ArrayList<>();
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (Found one : found) {
            cancel.throwIfCancelled();
            double[] densities = densities(one.spectrum(), edges);
            for (double density : densities) {
                least = density > 0 ? Math.min(least, density) : least;
                most = Math.max(most, density);
            }
            double at = step.map(field -> field.number(one.row())).orElse(Double.NaN);
            frames.add(new EsdSeries.Frame(at, one.row().id(), densities, curve(one, edges), text(one.row())));
        }
        return new EsdSeries(label, edges, new AxisRange(least * LEAST_SHARE, most * 2), frames);
    }

    private static double[] edges(List<Found> found) {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (Found one : found) {
            double[] values = one.spectrum().positive();
            low = Math.min(low, values[0]);
            high = Math.max(high, values[values.length - 1]);
        }
        double start = Math.log(low) - 0.05;
        double end = Math.log(high) + 0.05;
        double[] edges = new double[BINS + 1];
        Arrays.setAll(edges, i -> Math.exp(start + (end - start) * i / BINS));
        return edges;
    }

    /** Count/(N·Δλ), with zeros and negatives in N as in the figures. */
    private static double[] densities(Spectrum spectrum, double[] edges) {
        double[] densities = new double[BINS];
        double low = Math.log(edges[0]);
        double width = (Math.log(edges[BINS]) - low) / BINS;
        for (double value : spectrum.positive()) {
            int bin = (int) Math.min(BINS - 1, Math.max(0, (Math.log(value) - low) / width));
            densities[bin] += 1 / (spectrum.size() * (edges[bin + 1] - edges[bin]));
        }
        return densities;
    }

    private static double[] curve(Found one, double[] edges) {
        Optional<LawFamily> family = Arrays.stream(LawFamily.values())
                .filter(law -> law.id().equals(one.row().cells().text(Column.LAW)))
                .findFirst();
        Optional<ParameterSet> values = family.flatMap(law -> parameters(law, one.row()));
        if (values.isEmpty()) {
            return new double[0];
        }
        CurveFunction density = new LawCurve(family.get(), family.get().law(values.get()))
                .among(one.spectrum())
                .function(Ordinate.DENSITY);
        double low = Math.log(edges[0]);
        double span = Math.log(edges[edges.length - 1]) - low;
        double[] curve = new double[CURVE_POINTS];
        for (int i = 0; i < CURVE_POINTS; i++) {
            double lambda = Math.exp(low + span * i / (CURVE_POINTS - 1));
            boolean inside = lambda > density.lower() && lambda < density.upper();
            curve[i] = inside ? Math.exp(density.logHeight().applyAsDouble(lambda)) : Double.NaN;
        }
        return curve;
    }

    /** The law's parameters, if the row has all of them and they are in its domain. */
    private static Optional<ParameterSet> parameters(LawFamily law, StudyRow row) {
        ParameterSet values = ParameterSet.EMPTY;
        for (Parameter parameter : law.parameters()) {
            Optional<Column> column = Column.byId(parameter.id());
            double value = column.map(row.cells()::number).orElse(Double.NaN);
            if (Double.isNaN(value)) {
                return Optional.empty();
            }
            values = values.with(parameter, value);
        }
        return law.refusal(values).isEmpty() ? Optional.of(values) : Optional.empty();
    }

    private static String text(StudyRow row) {
        String id = row.cells().text(Column.LAW);
        String law = Arrays.stream(LawFamily.values())
                .filter(family -> family.id().equals(id))
                .map(LawFamily::displayName)
                .findFirst()
                .orElse(id);
        return law.isEmpty()
                ? ""
                : law + ", κ = " + Numbers.formatShort(row.cells().number(Column.KAPPA));
    }
}
