package org.eigenscope.ui.training.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.matrix.ElementType;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.matrix.Provenance;
import org.eigenscope.network.data.DataSet;
import org.eigenscope.network.feature.Evaluation;
import org.eigenscope.network.feature.FeatureKind;
import org.eigenscope.network.feature.FeatureMatrices;
import org.eigenscope.network.layer.Parameter;
import org.eigenscope.network.layer.Structured;
import org.eigenscope.network.model.Loss;
import org.eigenscope.network.model.Network;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.ProbeVectors;
import org.eigenscope.spectrum.QuadratureSettings;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.spectrum.SpectrumOptions;
import org.eigenscope.spectrum.solve.SpectrumCalculator;
import org.eigenscope.ui.training.form.ObservedMatrix;

/**
 * Takes one matrix of a network, and its spectrum. Weights are taken as a survey of the checkpoint takes them: a convolution's as planes ×
 * the rest, a structured layer's as W.
 *
 * @param network the network
 * @param matrix which matrix
 * @param inputs the samples of feature matrices
 * @param loss of the curvature matrices
 */
public record NetworkSpectrum(Network network, ObservedMatrix matrix, DataSet inputs, Loss loss) {
    /** Few, as the spectrum is estimated again and again; the window of a spectrum has more. */
    static final QuadratureSettings QUADRATURE = new QuadratureSettings(4, 40, 1, ProbeVectors.RADEMACHER);

    /**
     * A spectrum, and the matrix unless its spectrum was estimated without it.
     *
     * @param spectrum eigenvalues
     * @param matrix the matrix; empty of an estimate
     */
    public record Taken(Spectrum spectrum, Optional<Matrix> matrix) {}

    /** Whether the spectrum is estimated, as the matrix would be too large. */
    public boolean isEstimate() {
        return matrix.kind().isCurvature() && network.parameterCount() > FeatureMatrices.MOST_EXACT;
    }

    /**
     * Takes the spectrum.
     *
     * @throws EigenscopeException if it has none, as of parameters that are not finite, or the work was cancelled
     */
    public Taken take(double[] parameters, CancelToken cancel) throws EigenscopeException {
        requireFinite(parameters);
        if (isEstimate()) {
            return new Taken(features(parameters, cancel).curvatureEstimate(kind(), QUADRATURE), Optional.empty());
        }
        Matrix taken = matrix.kind() == ObservedMatrix.Kind.WEIGHT ? weight(parameters) : feature(parameters, cancel);
        Spectrum spectrum =
                new SpectrumCalculator().compute(taken, SpectrumOptions.withDefaults(), ProgressListener.NONE, cancel);
        return new Taken(spectrum, Optional.of(taken));
    }

    private void requireFinite(double[] parameters) throws BadInputException {
        for (double parameter : parameters) {
            if (!Double.isFinite(parameter)) {
                throw new BadInputException("The network holds " + parameter + ", so " + matrix.label()
                        + " has no spectrum; go back to an earlier epoch.");
            }
        }
    }

    private Provenance provenance() {
        return new Provenance(Path.of("training"), matrix.tensor(), Map.of());
    }

    private Matrix weight(double[] parameters) {
        for (int i = 0; i < network.layers().size(); i++) {
            boolean wanted = network.name(i).equals(matrix.layer());
            if (wanted && network.layers().get(i) instanceof Structured layer) {
                return Matrix.ofRowMajor(
                        layer.weight(parameters), layer.outputs(), layer.input().size(), ElementType.F32, provenance());
            }
        }
        Parameter parameter = network.parameters().stream()
                .filter(each -> each.name().equals(matrix.tensor()))
                .findFirst()
                .orElseThrow();
        double[] values = new double[parameter.count()];
        System.arraycopy(parameters, parameter.offset(), values, 0, values.length);
        List<Integer> shape = parameter.shape();
        return Matrix.ofRowMajor(values, shape.get(0), values.length / shape.get(0), ElementType.F32, provenance());
    }

    private Matrix feature(double[] parameters, CancelToken cancel) throws EigenscopeException {
        FeatureMatrices features = features(parameters, cancel);
        return switch (matrix.kind()) {
            case ACTIVATION -> features.activationGram(network.activationOf(layer()), false);
            case NTK -> features.tangentKernel(false);
            default -> features.curvature(kind(), FeatureMatrices.MOST_EXACT);
        };
    }

    private FeatureMatrices features(double[] parameters, CancelToken cancel) {
        Evaluation at = new Evaluation(network, parameters, inputs, loss);
        return new FeatureMatrices(at, provenance(), ProgressListener.NONE, cancel);
    }

    private FeatureKind kind() {
        return switch (matrix.kind()) {
            case HESSIAN -> FeatureKind.HESSIAN;
            case GGN -> FeatureKind.GGN;
            case FISHER -> FeatureKind.FISHER;
            default -> throw new IllegalStateException(matrix + " is no curvature matrix");
        };
    }

    private int layer() {
        for (int i = 0; i < network.layers().size(); i++) {
            if (network.name(i).equals(matrix.layer())) {
                return i;
            }
        }
        throw new IllegalStateException(network.id() + " has no layer " + matrix.layer());
    }
}
