package org.eigenscope.network.array;

import java.util.Arrays;

/** The float twin of {@code FloatLoops}, written by {@code src/main/scripts/float-arrays}; not to be edited. */
final class FloatLoops {
    private FloatLoops() {}

    /** The entries of a factor and where they are. */
    record Factor(float[] values, Slice slice) {}

    static void combine(float alpha, float[] x, float beta, float[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = beta == 0 ? alpha * x[i] : alpha * x[i] + beta * y[i];
        }
    }

    static float dot(float[] x, float[] y, int count) {
        float sum = 0;
        for (int i = 0; i < count; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    static void multiply(Factor a, Factor b, float beta, float[] out, Slice c) {
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
                float sum = 0;
                for (int k = 0; k < inner; k++) {
                    sum += a.values()[first + k * step] * b.values()[other + k];
                }
                out[row + j] += sum;
            }
        }
    }

    private static void addMultiple(float factor, float[] x, int from, float[] y, int to, int count) {
        for (int j = 0; j < count; j++) {
            y[to + j] += factor * x[from + j];
        }
    }

    static void apply(Nonlinearity phi, float[] z, float[] out, int count) {
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

    static void applyDerivative(Nonlinearity phi, float[] z, float[] d, float[] out, int count) {
        if (phi == Nonlinearity.RELU) {
            for (int i = 0; i < count; i++) {
                // 1 for z > 0 and 0 otherwise, without a branch, so that it is done for many at once
                out[i] = d[i] * Math.min(Math.max(z[i] * (1 / Float.MIN_NORMAL), 0), 1);
            }
            return;
        }
        for (int i = 0; i < count; i++) {
            out[i] = narrow(phi.derivative(z[i]) * d[i]);
        }
    }

    static void addSecondDerivative(Nonlinearity phi, float[] z, float[][] factors, float[] out, int count) {
        if (phi == Nonlinearity.RELU) {
            return;
        }
        for (int i = 0; i < count; i++) {
            out[i] += narrow(phi.secondDerivative(z[i]) * factors[0][i] * factors[1][i]);
        }
    }

    static void addToChannels(float[] bias, float[] out, int samples, int plane) {
        int at = 0;
        for (int sample = 0; sample < samples; sample++) {
            if (plane == 1) {
                for (int channel = 0; channel < bias.length; channel++) {
                    out[at + channel] += bias[channel];
                }
                at += bias.length;
                continue;
            }
            for (float b : bias) {
                for (int i = 0; i < plane; i++) {
                    out[at + i] += b;
                }
                at += plane;
            }
        }
    }

    static float[] sumChannels(float[] x, int samples, int channels, int plane) {
        float[] sums = new float[channels];
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
                float sum = 0;
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
    static void shift(Window w, float[] image, int offset, float[] shifted) {
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
    static void addToShifted(Window w, float[] patches, float[] shifted) {
        Arrays.fill(shifted, 0);
        for (int entry = 0; entry < w.entries(); entry++) {
            addMultiple(1, patches, entry * w.places(), shifted, inShifted(w, entry), w.places());
        }
    }

    /** The adjoint of {@link #shift}. */
    static void addShifted(Window w, float[] shifted, float[] image, int offset) {
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

    static void maxima(Window w, float[] images, float[] out, int[] where, int samples) {
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
    private static void maximaOfFour(Window w, float[] images, int line, float[] out, int[] where, int at) {
        int stride = w.stride();
        int width = w.width();
        int columns = w.columns();
        for (int column = 0; column < columns; column++) {
            int first = line + column * stride;
            int third = first + width;
            float a = images[first];
            float b = images[first + 1];
            float c = images[third];
            float d = images[third + 1];
            int upper = first + oneIfPositive(b - a);
            int lower = third + oneIfPositive(d - c);
            int best = upper + (lower - upper) * oneIfPositive(images[lower] - images[upper]);
            if (!(Math.abs(a + b + c + d) <= Float.MAX_VALUE)) {
                best = largest(w, images, first, 0, 0);
            }
            where[at + column] = best;
            out[at + column] = images[best];
        }
    }

    private static int oneIfPositive(float x) {
        long bits = Float.floatToRawIntBits(x);
        return (int) ((-bits & ~bits) >>> 63);
    }

    /** NaN is larger than any number, so that it is not lost. */
    private static int largest(Window w, float[] images, int base, int top, int left) {
        int best = base + top * w.width() + left;
        for (int y = 0; y < w.kernel(); y++) {
            int line = base + (top + y) * w.width() + left;
            for (int x = 0; x < w.kernel(); x++) {
                float value = images[line + x];
                if (value > images[best] || Float.isNaN(value)) {
                    best = line + x;
                }
            }
        }
        return best;
    }

    private static float narrow(final double number) {
        return (float) number;
    }
}
