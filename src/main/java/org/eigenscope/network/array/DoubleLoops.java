package org.eigenscope.network.array;

import java.util.Arrays;

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

    /**
     * Copies an image once for each column of the window, moved to the left by it and cut to the columns of the places. Below each other,
     * a row of the image further down is then a row of places further on, for all rows in one piece.
     */
    static void shift(Window w, double[] image, int offset, double[] shifted) {
        for (int plane = 0; plane < w.channels(); plane++) {
            for (int side = 0; side < w.kernel(); side++) {
                int first = Math.max(0, w.padding() - side);
                int count = Math.min(w.columns(), w.width() + w.padding() - side) - first;
                int from = offset + plane * w.height() * w.width() + first + side - w.padding();
                int to = shiftedPlane(w, plane, side) + w.padding() * w.columns() + first;
                for (int row = 0; row < w.height(); row++) {
                    System.arraycopy(image, from + row * w.width(), shifted, to + row * w.columns(), count);
                }
            }
        }
    }

    private static int shiftedPlane(Window w, int plane, int side) {
        return (plane * w.kernel() + side) * w.paddedHeight() * w.columns();
    }

    /** Where the places of an entry of the window begin among the shifted images. */
    static int inShifted(Window w, int entry) {
        int kernel = w.kernel();
        int plane = entry / (kernel * kernel);
        return shiftedPlane(w, plane, entry % kernel) + entry / kernel % kernel * w.columns();
    }

    /** The sum over the rows of the window, for each of its columns. */
    static void addToShifted(Window w, double[] patches, double[] shifted) {
        Arrays.fill(shifted, 0);
        for (int entry = 0; entry < w.entries(); entry++) {
            addMultiple(1, patches, entry * w.places(), shifted, inShifted(w, entry), w.places());
        }
    }

    /** The adjoint of {@link #shift}. */
    static void addShifted(Window w, double[] shifted, double[] image, int offset) {
        for (int plane = 0; plane < w.channels(); plane++) {
            for (int side = 0; side < w.kernel(); side++) {
                int first = Math.max(0, w.padding() - side);
                int count = Math.min(w.columns(), w.width() + w.padding() - side) - first;
                int to = offset + plane * w.height() * w.width() + first + side - w.padding();
                int from = shiftedPlane(w, plane, side) + w.padding() * w.columns() + first;
                for (int row = 0; row < w.height(); row++) {
                    addMultiple(1, shifted, from + row * w.columns(), image, to + row * w.width(), count);
                }
            }
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

    /** A row of the largest of 2×2; the same as {@link #largest}, computed without branches, which no processor could foresee. */
    private static void maximaOfFour(Window w, double[] images, int line, double[] out, int[] where, int at) {
        int stride = w.stride();
        int width = w.width();
        int columns = w.columns();
        for (int column = 0; column < columns; column++) {
            int first = line + column * stride;
            int third = first + width;
            double a = images[first];
            double b = images[first + 1];
            double c = images[third];
            double d = images[third + 1];
            int upper = first + oneIfPositive(b - a);
            int lower = third + oneIfPositive(d - c);
            int best = upper + (lower - upper) * oneIfPositive(images[lower] - images[upper]);
            if (!(Math.abs(a + b + c + d) <= Double.MAX_VALUE)) {
                best = largest(w, images, first, 0, 0);
            }
            where[at + column] = best;
            out[at + column] = images[best];
        }
    }

    private static int oneIfPositive(double x) {
        long bits = Double.doubleToRawLongBits(x);
        return (int) ((-bits & ~bits) >>> 63);
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
