package org.eigenscope.network.array;

/** Loops over doubles. {@code FloatLoops} is written from this file by {@code src/main/scripts/float-arrays}. */
final class DoubleLoops {
    private DoubleLoops() {}

    /** The entries of a factor and where they are. */
    record Factor(double[] values, Slice slice) {}

    static void combine(double alpha, double[] x, double beta, double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = beta == 0 ? alpha * x[i] : alpha * x[i] + beta * y[i];
        }
    }

    static double dot(double[] x, double[] y, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    static void multiply(Factor a, Factor b, double beta, double[] out, Slice c) {
        int width = c.columns();
        int inner = a.slice().width();
        int step = a.slice().isTransposed() ? a.slice().columns() : 1;
        for (int i = 0; i < c.rows(); i++) {
            int row = c.offset() + i * width;
            for (int j = 0; j < width; j++) {
                out[row + j] = beta == 0 ? 0 : beta * out[row + j];
            }
            int first = a.slice().offset()
                    + (a.slice().isTransposed() ? i : i * a.slice().columns());
            for (int k = 0; k < inner && !b.slice().isTransposed(); k++) {
                addMultiple(a.values()[first + k * step], b.values(), b.slice().offset() + k * width, out, row, width);
            }
            for (int j = 0; j < width && b.slice().isTransposed(); j++) {
                int other = b.slice().offset() + j * inner;
                double sum = 0;
                for (int k = 0; k < inner; k++) {
                    sum += a.values()[first + k * step] * b.values()[other + k];
                }
                out[row + j] += sum;
            }
        }
    }

    private static void addMultiple(double factor, double[] x, int from, double[] y, int to, int count) {
        for (int j = 0; j < count; j++) {
            y[to + j] += factor * x[from + j];
        }
    }

    static void apply(Nonlinearity phi, double[] z, double[] out, int count) {
        if (phi == Nonlinearity.RELU) {
            for (int i = 0; i < count; i++) {
                // not a comparison, so that NaN stays one
                out[i] = Math.max(z[i], 0);
            }
            return;
        }
        for (int i = 0; i < count; i++) {
            out[i] = narrow(phi.value(z[i]));
        }
    }

    static void applyDerivative(Nonlinearity phi, double[] z, double[] d, double[] out, int count) {
        if (phi == Nonlinearity.RELU) {
            for (int i = 0; i < count; i++) {
                // 1 for z > 0 and 0 otherwise, without a branch, so that it is done for many at once
                out[i] = d[i] * Math.min(Math.max(z[i] * (1 / Double.MIN_NORMAL), 0), 1);
            }
            return;
        }
        for (int i = 0; i < count; i++) {
            out[i] = narrow(phi.derivative(z[i]) * d[i]);
        }
    }

    static void addSecondDerivative(Nonlinearity phi, double[] z, double[][] factors, double[] out, int count) {
        if (phi == Nonlinearity.RELU) {
            return;
        }
        for (int i = 0; i < count; i++) {
            out[i] += narrow(phi.secondDerivative(z[i]) * factors[0][i] * factors[1][i]);
        }
    }

    static void addToChannels(double[] bias, double[] out, int samples, int plane) {
        int at = 0;
        for (int sample = 0; sample < samples; sample++) {
            if (plane == 1) {
                for (int channel = 0; channel < bias.length; channel++) {
                    out[at + channel] += bias[channel];
                }
                at += bias.length;
                continue;
            }
            for (double b : bias) {
                for (int i = 0; i < plane; i++) {
                    out[at + i] += b;
                }
                at += plane;
            }
        }
    }

    static double[] sumChannels(double[] x, int samples, int channels, int plane) {
        double[] sums = new double[channels];
        int at = 0;
        for (int sample = 0; sample < samples; sample++) {
            if (plane == 1) {
                for (int channel = 0; channel < channels; channel++) {
                    sums[channel] += x[at + channel];
                }
                at += channels;
                continue;
            }
            for (int channel = 0; channel < channels; channel++) {
                double sum = 0;
                for (int i = 0; i < plane; i++) {
                    sum += x[at + i];
                }
                sums[channel] += sum;
                at += plane;
            }
        }
        return sums;
    }

    /** Copies an image between the zeros around it, which stay. */
    static void pad(Window w, double[] image, int offset, double[] padded) {
        for (int row = 0; row < w.channels() * w.height(); row++) {
            System.arraycopy(image, offset + row * w.width(), padded, inPadded(w, row), w.width());
        }
    }

    /** Where a row of an image, counted through all planes, begins among zeros. */
    private static int inPadded(Window w, int row) {
        int plane = row / w.height();
        int line = plane * (w.height() + 2 * w.padding()) + row % w.height() + w.padding();
        return line * w.pitch() + w.padding();
    }

    static void gatherRuns(Window w, double[] padded, int offset, double[] out) {
        int run = w.run();
        for (int entry = 0; entry < w.entries(); entry++) {
            System.arraycopy(padded, offset + start(w, entry), out, entry * run, run);
        }
    }

    /** Where the run of an entry of the window begins in the padded image. */
    private static int start(Window w, int entry) {
        int kernel = w.kernel();
        int plane = entry / (kernel * kernel);
        return (plane * (w.height() + 2 * w.padding()) + entry / kernel % kernel) * w.pitch() + entry % kernel;
    }

    static void addRuns(Window w, double[] runs, double[] padded, int offset) {
        for (int entry = 0; entry < w.entries(); entry++) {
            addMultiple(1, runs, entry * w.run(), padded, offset + start(w, entry), w.run());
        }
    }

    /** Adds what lies between the zeros to an image. */
    static void addUnpadded(Window w, double[] padded, double[] image, int offset) {
        for (int row = 0; row < w.channels() * w.height(); row++) {
            addMultiple(1, padded, inPadded(w, row), image, offset + row * w.width(), w.width());
        }
    }

    static void addFromRuns(Window w, double[] runs, double[] out, int at, int channels) {
        for (int row = 0; row < channels * w.rows(); row++) {
            int from = row / w.rows() * w.run() + row % w.rows() * w.pitch();
            addMultiple(1, runs, from, out, at + row * w.columns(), w.columns());
        }
    }

    static void copyFromRuns(Window w, double[] runs, double[] out, int at, int channels) {
        for (int row = 0; row < channels * w.rows(); row++) {
            int from = row / w.rows() * w.run() + row % w.rows() * w.pitch();
            System.arraycopy(runs, from, out, at + row * w.columns(), w.columns());
        }
    }

    static void copyToRuns(Window w, double[] dense, int from, double[] runs, int channels) {
        for (int row = 0; row < channels * w.rows(); row++) {
            int to = row / w.rows() * w.run() + row % w.rows() * w.pitch();
            System.arraycopy(dense, from + row * w.columns(), runs, to, w.columns());
        }
    }

    static void maxima(Window w, double[] images, double[] out, int[] where, int samples) {
        int at = 0;
        for (int plane = 0; plane < samples * w.channels(); plane++) {
            int base = plane * w.height() * w.width();
            for (int row = 0; row < w.rows(); row++) {
                if (w.kernel() == 2) {
                    maximaOfFour(w, images, base + row * w.stride() * w.width(), out, where, at);
                    at += w.columns();
                    continue;
                }
                for (int column = 0; column < w.columns(); column++) {
                    int best = largest(w, images, base, row * w.stride(), column * w.stride());
                    where[at] = best;
                    out[at++] = images[best];
                }
            }
        }
    }

    /** A row of the largest of 2×2; the same as {@link #largest}. */
    private static void maximaOfFour(Window w, double[] images, int line, double[] out, int[] where, int at) {
        int stride = w.stride();
        int width = w.width();
        int columns = w.columns();
        for (int column = 0; column < columns; column++) {
            int first = line + column * stride;
            int best = first;
            double most = images[first];
            double second = images[first + 1];
            double third = images[first + width];
            double fourth = images[first + width + 1];
            if (second > most || Double.isNaN(second)) {
                best = first + 1;
                most = second;
            }
            if (third > most || Double.isNaN(third)) {
                best = first + width;
                most = third;
            }
            if (fourth > most || Double.isNaN(fourth)) {
                best = first + width + 1;
                most = fourth;
            }
            where[at + column] = best;
            out[at + column] = most;
        }
    }

    /** NaN is larger than any number, so that it is not lost. */
    private static int largest(Window w, double[] images, int base, int top, int left) {
        int best = base + top * w.width() + left;
        for (int y = 0; y < w.kernel(); y++) {
            int line = base + (top + y) * w.width() + left;
            for (int x = 0; x < w.kernel(); x++) {
                double value = images[line + x];
                if (value > images[best] || Double.isNaN(value)) {
                    best = line + x;
                }
            }
        }
        return best;
    }

    private static double narrow(final double number) {
        return number;
    }
}
