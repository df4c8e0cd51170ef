package org.eigenscope.ui.models.study;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.study.Cells;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyMatrix;
import org.eigenscope.study.naming.NetworkOrder;
import org.eigenscope.study.naming.TensorNames;
import org.eigenscope.study.store.StudyStore;
import org.eigenscope.study.survey.SurveyOptions;

/**
 * Studies of two runs of three layers at three steps, made up: eight eigenvalues each, which are too few for a fit, so that other laws are
 * quickly done; κ = 10·run + depth + step/1000.
 */
public final class SmallStudy {
    public static final int ROWS = 18;
    private static final List<String> LAYERS = List.of("h.0.fc1.weight", "h.0.fc2.weight", "h.1.fc1.weight");
    private static final int EIGENVALUES = 8;

    private SmallStudy() {}

    /** Writes one and closes it. */
    public static Path write(Path file) throws BadInputException {
        try (StudyStore store = StudyStore.open(file)) {
            fill(store);
        }
        return file;
    }

    static void fill(StudyStore store) throws BadInputException {
        Map<String, NetworkOrder.Position> positions = NetworkOrder.of(LAYERS, TensorNames.usual());
        for (int run = 1; run <= 2; run++) {
            for (int step = 0; step < 3; step++) {
                for (int depth = 0; depth < LAYERS.size(); depth++) {
                    String layer = LAYERS.get(depth);
                    StudyMatrix matrix = new StudyMatrix(
                            "run" + run + "-step" + step * 100 + ".npz",
                            layer,
                            Optional.empty(),
                            new StudyMatrix.Shape(8, 16, "F32"),
                            Optional.of(positions.get(layer)),
                            Map.of("run", "run" + run, "step", Integer.toString(step * 100), "seed", "" + run));
                    Spectrum spectrum = spectrum(run, step, depth);
                    Map<Column, Object> cells = new EnumMap<>(Column.class);
                    cells.put(Column.KAPPA, 10.0 * run + depth + step / 10.0);
                    cells.put(Column.LAW, "inverse-htmp");
                    cells.put(Column.GAMMA, 0.5);
                    cells.put(Column.SCALE, 1.0);
                    cells.put(Column.TAU, 0.0);
                    cells.put(Column.KS, 0.1);
                    store.put(
                            matrix,
                            SurveyOptions.withDefaults().key(run + "-" + step + "-" + depth),
                            new Cells(cells),
                            Optional.of(spectrum));
                }
            }
        }
    }

    private static Spectrum spectrum(int run, int step, int depth) {
        double[] values = new double[EIGENVALUES];
        for (int i = 0; i < EIGENVALUES; i++) {
            values[i] = 0.1 * run + (i + 1) * (1 + 0.5 * step) + 0.01 * depth;
        }
        return Spectrum.of(values, new Spectrum.Details(8, 16, Spectrum.Source.GRAM, Normalization.RAW, 0, "made up"));
    }
}
