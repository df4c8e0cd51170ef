package org.eigenscope.network.feature;

import org.eigenscope.error.EigenscopeException;
import org.eigenscope.error.InsufficientMemoryException;
import org.eigenscope.network.array.Arithmetic;
import org.eigenscope.network.array.NumberArray;
import org.eigenscope.network.array.Precision;
import org.eigenscope.network.array.Slice;
import org.eigenscope.network.layer.Dense;
import org.eigenscope.network.layer.Layer;
import org.eigenscope.network.layer.Signal;
import org.eigenscope.network.layer.Signal.Need;
import org.eigenscope.network.model.NetworkPass;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/**
 * The empirical neural tangent kernel K_ij = Σ_c ∇f_c(xᵢ)·∇f_c(xⱼ) in double precision, with ∇ by all parameters. A dense layer adds
 * (aᵢ·aⱼ + 1)(δᵢ·δⱼ) with its inputs a and the derivatives δ of an output by what it computes, so that no gradient is stored; of other
 * layers the gradients of all samples are held at once. Time: for a layer m × n about 2·N²·(n + C·m) operations for N samples and C
 * outputs. Memory: the activations of N samples and 2·N² doubles.
 */
final class GradientGram implements AutoCloseable {
    private final Evaluation at;
    private final NetworkPass pass;
    private final Arithmetic arithmetic = Arithmetic.of(Precision.FLOAT64);
    private final int n;
    private final NumberArray gram;
    private final NumberArray other;

    GradientGram(Evaluation at) throws EigenscopeException {
        this.at = at;
        n = at.samples();
        int outputs = at.network().outputs();
        requireMatrix((long) n * n * 2 + mostRows(at));
        pass = new NetworkPass(at.network(), n, arithmetic, Need.ADJOINTS);
        double[] parameters = at.parameters();
        pass.parameters().value().copyFrom(parameters, 0, parameters.length);
        for (int i = 0; i < n; i++) {
            at.data()
                    .samples()
                    .copy(i, pass.signal(0).value(), i * at.data().shape().size());
        }
        pass.forward(n);
        gram = arithmetic.allocate(n * n);
        other = arithmetic.allocate(n * n);
        if (outputs < 1) {
            throw new IllegalArgumentException("outputs = " + outputs);
        }
    }

    private static long mostRows(Evaluation at) {
        long most = 0;
        for (Layer layer : at.network().layers()) {
            most = Math.max(most, layer instanceof Dense ? 0 : (long) at.samples() * layer.parameterCount());
        }
        return most;
    }

    /** Refuses matrices that no array holds, or that do not fit. */
    static void requireMatrix(long doubles) throws InsufficientMemoryException {
        Runtime runtime = Runtime.getRuntime();
        long free = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
        if (doubles > Integer.MAX_VALUE - 8 || 3 * doubles * Double.BYTES > 2 * free) {
            throw new InsufficientMemoryException(String.format(
                    "The matrix of so many samples needs about %,d MiB, of which %,d MiB are free; take fewer samples, or"
                            + " raise the Java heap with -Xmx.",
                    3 * doubles * Double.BYTES / 2 >> 20, free >> 20));
        }
    }

    /** K, summed over outputs. */
    double[] summed(ProgressListener progress, CancelToken cancel) throws EigenscopeException {
        int outputs = at.network().outputs();
        double[] total = new double[n * n];
        double[] entries = new double[n * n];
        for (int output = 0; output < outputs; output++) {
            cancel.throwIfCancelled();
            progress.progress("Tangent kernel", (double) output / outputs);
            differentiate(output);
            addTo(total, entries);
        }
        return symmetric(total);
    }

    private void differentiate(int output) {
        int outputs = at.network().outputs();
        double[] adjoints = new double[n * outputs];
        for (int i = 0; i < n; i++) {
            adjoints[i * outputs + output] = 1;
        }
        pass.setAdjoints(adjoints, n, 1);
        pass.backwardInputs(n);
    }

    /** Adds the products of gradients of the present derivatives by the outputs. */
    private void addTo(double[] total, double[] entries) {
        for (int i = 0; i < at.network().layers().size(); i++) {
            Layer layer = at.network().layers().get(i);
            if (layer.parameterCount() == 0) {
                continue;
            }
            Signal in = pass.signal(i);
            Signal out = pass.signal(i + 1);
            if (layer instanceof Dense) {
                product(Slice.of(in.value(), 0, n, layer.input().size()), gram);
                product(Slice.of(out.adjoint(), 0, n, layer.output().size()), other);
                double[] right = new double[n * n];
                gram.copyTo(0, entries, entries.length);
                other.copyTo(0, right, right.length);
                for (int k = 0; k < total.length; k++) {
                    total[k] += (entries[k] + 1) * right[k];
                }
            } else {
                addGradients(i, total, entries);
            }
        }
    }

    private void addGradients(int index, double[] total, double[] entries) {
        Layer layer = at.network().layers().get(index);
        try (NumberArray rows = arithmetic.allocate(n * layer.parameterCount())) {
            pass.layerPass(index)
                    .sampleGradients(n, pass.signal(index), pass.signal(index + 1), pass.parameters(), rows);
            product(Slice.of(rows, 0, n, layer.parameterCount()), gram);
        }
        gram.copyTo(0, entries, entries.length);
        for (int k = 0; k < total.length; k++) {
            total[k] += entries[k];
        }
    }

    private void product(Slice rows, NumberArray target) {
        target.multiply(rows, rows.transposed(), 0, Slice.of(target, 0, n, n));
    }

    /**
     * The kernel with outputs kept apart: entry (i·C + c, j·C + d) is ∇f_c(xᵢ)·∇f_d(xⱼ). The gradients of one layer at a time are held, for
     * all samples and outputs.
     */
    double[] pairs(ProgressListener progress, CancelToken cancel) throws EigenscopeException {
        int outputs = at.network().outputs();
        int size = Math.multiplyExact(n, outputs);
        long most = at.network().layers().stream()
                .mapToLong(Layer::parameterCount)
                .max()
                .orElse(0);
        requireMatrix(2L * size * size + size * most);
        double[] total = new double[size * size];
        NumberArray block = arithmetic.allocate(size * size);
        double[] entries = new double[size * size];
        for (int i = 0; i < at.network().layers().size(); i++) {
            int each = at.network().layers().get(i).parameterCount();
            if (each == 0) {
                continue;
            }
            try (NumberArray rows = arithmetic.allocate(size * each);
                    NumberArray some = arithmetic.allocate(n * each)) {
                double[] row = new double[each];
                for (int output = 0; output < outputs; output++) {
                    cancel.throwIfCancelled();
                    progress.progress(
                            "Tangent kernel",
                            (i + (double) output / outputs)
                                    / at.network().layers().size());
                    differentiate(output);
                    pass.layerPass(i).sampleGradients(n, pass.signal(i), pass.signal(i + 1), pass.parameters(), some);
                    for (int sample = 0; sample < n; sample++) {
                        some.copyTo(sample * each, row, each);
                        rows.copyFrom(row, (sample * outputs + output) * each, each);
                    }
                }
                Slice all = Slice.of(rows, 0, size, each);
                block.multiply(all, all.transposed(), 0, Slice.of(block, 0, size, size));
                block.copyTo(0, entries, entries.length);
                for (int k = 0; k < total.length; k++) {
                    total[k] += entries[k];
                }
            }
        }
        block.close();
        return symmetric(total);
    }

    /** The mean of a matrix and its transpose, so that it is symmetric to the bit. */
    static double[] symmetric(double[] matrix) {
        int n = (int) Math.round(Math.sqrt(matrix.length));
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double mean = (matrix[i * n + j] + matrix[j * n + i]) / 2;
                matrix[i * n + j] = mean;
                matrix[j * n + i] = mean;
            }
        }
        return matrix;
    }

    @Override
    public void close() {
        pass.close();
        gram.close();
        other.close();
    }
}
