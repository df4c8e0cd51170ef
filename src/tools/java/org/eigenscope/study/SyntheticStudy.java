package org.eigenscope.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.study.naming.NetworkOrder;
import org.eigenscope.study.naming.TensorNames;
import org.eigenscope.study.store.StudyStore;
import org.eigenscope.study.survey.SurveyOptions;

/**
 * Writes a study of as many rows as are asked for, with made-up results and eigenvalues, to see how the window bears it. Arguments: the
 * file, then the number of checkpoints in each of 4 runs of a model of 12 blocks, 50 by default: 48 matrices each.
 */
public final class SyntheticStudy {
    private static final int RUNS = 4;
    private static final int BLOCKS = 12;
    private static final List<String> ROLES = List.of("attn.c_attn", "attn.c_proj", "mlp.c_fc", "mlp.c_proj");
    private static final int EIGENVALUES = 64;

    private SyntheticStudy() {}

    public static void main(String[] arguments) throws Exception {
        int steps = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 50;
        List<String> names = new ArrayList<>();
        for (int block = 0; block < BLOCKS; block++) {
            for (String role : ROLES) {
                names.add("transformer.h." + block + "." + role + ".weight");
            }
        }
        Map<String, NetworkOrder.Position> positions = NetworkOrder.of(names, TensorNames.usual());
        SplittableRandom random = new SplittableRandom(1);
        SurveyOptions options = SurveyOptions.withDefaults();
        try (StudyStore store = StudyStore.open(Path.of(arguments[0]))) {
            for (int run = 0; run < RUNS; run++) {
                for (int step = 0; step < steps; step++) {
                    for (String name : names) {
                        StudyMatrix matrix = matrix(run, step, name, positions.get(name));
                        StudyKey key = options.key(run + "-" + step + "-" + name);
                        double kappa = kappa(
                                run, (double) step / steps, positions.get(name).depth(), random);
                        Spectrum spectrum = spectrum(kappa, random);
                        store.put(matrix, key, results(kappa, spectrum, random), Optional.of(spectrum));
                    }
                }
            }
            store.refreshView();
        }
    }

    private static StudyMatrix matrix(int run, int step, String name, NetworkOrder.Position position) {
        int batch = new int[] {5, 20, 100, 500}[run];
        return new StudyMatrix(
                "run" + run + "/checkpoint-" + step * 100 + ".safetensors",
                name,
                Optional.empty(),
                new StudyMatrix.Shape(768, 768, "F32"),
                Optional.of(position),
                Map.of(
                        "run", "b" + batch,
                        "model", "synthetic",
                        "step", Integer.toString(step * 100),
                        "batch_size", Integer.toString(batch),
                        "test_accuracy", Double.toString(0.9 - 0.02 * run - 0.3 / (1 + step))));
    }

    private static double kappa(int run, double time, int depth, SplittableRandom random) {
        double bend = Math.sin(depth / 8.0) * 0.3;
        return Math.exp(3 - 2.2 * time + 0.3 * run + bend + 0.1 * random.nextDouble());
    }

    private static Spectrum spectrum(double kappa, SplittableRandom random) {
        double[] values = new double[EIGENVALUES];
        for (int i = 0; i < EIGENVALUES; i++) {
            double u = (i + 0.2 + 0.6 * random.nextDouble()) / EIGENVALUES;
            values[i] = Math.pow(u, -1.5 / Math.log(2 + kappa)) * (0.3 + u);
        }
        return Spectrum.of(
                values, new Spectrum.Details(768, 768, Spectrum.Source.GRAM, Normalization.RAW, 0, "made up"));
    }

    private static Cells results(double kappa, Spectrum spectrum, SplittableRandom random) {
        Map<Column, Object> cells = new EnumMap<>(Column.class);
        cells.put(Column.RULE, spectrum.details().source().rule());
        cells.put(Column.N, (long) spectrum.size());
        cells.put(Column.GAMMA, 0.9);
        cells.put(Column.LAW, "inverse-htmp");
        cells.put(Column.KAPPA, kappa);
        cells.put(Column.KAPPA_LOW, kappa * 0.8);
        cells.put(Column.KAPPA_HIGH, kappa * 1.3);
        cells.put(Column.SCALE, 0.4);
        cells.put(Column.TAU, 0.0);
        cells.put(Column.TAIL_EXPONENT, 1 + kappa / 2);
        cells.put(Column.KS, 0.03 + 0.2 * random.nextDouble() / kappa);
        cells.put(Column.ALPHA_PL, 2 + random.nextDouble());
        cells.put(Column.D, 0.05 + 0.05 * random.nextDouble());
        cells.put(Column.STABLE_RANK, 20 + kappa);
        cells.put(Column.PHASE, kappa < 5 ? "heavy-tailed" : "bulk-decay");
        cells.put(Column.BEST_LAW, random.nextInt(3) == 0 ? "lognormal" : "inverse-htmp");
        cells.put(Column.DELTA_AIC, random.nextDouble() * 10);
        cells.put(Column.SOLVER, "made up");
        cells.put(Column.MILLISECONDS, 12L);
        return new Cells(cells);
    }
}
