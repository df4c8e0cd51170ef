package org.eigenscope.cli.features;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eigenscope.cli.console.DataOutput;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.search.SpectralFitter;
import org.eigenscope.law.SpectralLaw;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.network.model.Targets;
import org.eigenscope.network.scaling.KernelRegression;
import org.eigenscope.network.scaling.KernelRegression.Measured;
import org.eigenscope.network.scaling.LearningCurve;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.SpectrumOptions;
import org.eigenscope.spectrum.solve.SpectrumCalculator;

/**
 * Test error against the number of samples n, measured by ridgeless regression with a tangent kernel and predicted from its spectrum:
 * errors in parts of that of the answer 0, of the labels without their means, and of random teachers that are isotropic
 * in the features in expectation.
 */
final class LearningCurveTable {
    private static final int DRAWS = 10;

    private final Matrix kernel;
    private final Targets targets;

    LearningCurveTable(Matrix kernel, Targets targets) {
        this.kernel = kernel;
        this.targets = targets;
    }

    void write(List<Integer> sizes, DataOutput out) throws EigenscopeException, IOException {
        double[] eigenvalues = Arrays.stream(new SpectrumCalculator()
                        .compute(kernel, SpectrumOptions.withDefaults(), ProgressListener.NONE, CancelToken.NONE)
                        .ascending())
                .filter(lambda -> lambda > 0)
                .toArray();
        SpectralLaw law = new SpectralFitter()
                .fit(FitRequest.of(eigenvalues, LawFamily.INVERSE_HTMP), ProgressListener.NONE, CancelToken.NONE)
                .law();
        double[] quantiles = new double[eigenvalues.length];
        Arrays.setAll(quantiles, i -> law.quantile((i + 0.5) / quantiles.length));
        KernelRegression regression = KernelRegression.of(kernel.valuesForReading(), kernel.rows());
        double[] labels = centred();
        out.line("n,labels,labels_standard_error,teacher,teacher_standard_error,predicted_spectrum,predicted_law");
        for (int n : sizes) {
            Measured ofLabels = regression.error(labels, targets.outputs(), n, DRAWS, 0, CancelToken.NONE);
            Measured ofTeacher = regression.errorOfTeachers(n, DRAWS, 0, CancelToken.NONE);
            double[] row = {
                ofLabels.mean(),
                ofLabels.standardError(),
                ofTeacher.mean(),
                ofTeacher.standardError(),
                LearningCurve.of(eigenvalues).relativeError(n),
                LearningCurve.of(quantiles).relativeError(n)
            };
            out.line(n + "," + Arrays.stream(row).mapToObj(Double::toString).collect(Collectors.joining(",")));
        }
    }

    /** The targets as numbers, each output without its mean. */
    private double[] centred() {
        int outputs = targets.outputs();
        int count = targets.count();
        double[] y = new double[count * outputs];
        Arrays.setAll(y, i -> targets.value(i / outputs, i % outputs));
        for (int output = 0; output < outputs; output++) {
            double mean = 0;
            for (int i = 0; i < count; i++) {
                mean += y[i * outputs + output] / count;
            }
            for (int i = 0; i < count; i++) {
                y[i * outputs + output] -= mean;
            }
        }
        return y;
    }
}
