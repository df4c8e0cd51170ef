package org.eigenscope.network.array;

import static org.bytedeco.openblas.global.openblas_full.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_full.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_full.CblasTrans;
import static org.bytedeco.openblas.global.openblas_full.cblas_saxpy;
import static org.bytedeco.openblas.global.openblas_full.cblas_scopy;
import static org.bytedeco.openblas.global.openblas_full.cblas_sgemm;
import static org.bytedeco.openblas.global.openblas_full.cblas_sscal;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;

/** The float twin of {@code FloatArray}, written by {@code src/main/scripts/float-arrays}; not to be edited. */
final class FloatArray extends NumberArray {
    private final float[] heap;
    private final FloatPointer outside;
    private final FloatBuffer view;
    private boolean heapIsCurrent = true;
    private boolean outsideIsCurrent;

    FloatArray(int length, boolean openBlas) {
        super(length);
        heap = new float[length];
        outside = openBlas ? new FloatPointer(Math.max(1, length)) : null;
        view = openBlas ? outside.asBuffer() : null;
    }

    /** The numbers in the heap, to be read. */
    float[] reading() {
        if (!heapIsCurrent) {
            outside.get(heap, 0, heap.length);
            heapIsCurrent = true;
        }
        return heap;
    }

    /** The numbers in the heap, to be read and written. */
    float[] writing() {
        reading();
        outsideIsCurrent = false;
        return heap;
    }

    /** The numbers in the heap, all of which will be written. */
    private float[] overwriting(int count) {
        return count == heap.length ? forget() : writing();
    }

    private float[] forget() {
        heapIsCurrent = true;
        outsideIsCurrent = false;
        return heap;
    }

    private FloatPointer outside() {
        if (!outsideIsCurrent) {
            outside.put(heap, 0, heap.length);
            outsideIsCurrent = true;
        }
        return outside;
    }

    private FloatPointer outsideForWriting() {
        FloatPointer pointer = outside();
        heapIsCurrent = false;
        return pointer;
    }

    private static float[] of(NumberArray array) {
        return ((FloatArray) array).reading();
    }

    @Override
    public double get(int index) {
        return reading()[index];
    }

    @Override
    public void copyTo(int from, final double[] target, int count) {
        float[] x = heap;
        int first = from;
        if (!heapIsCurrent) {
            x = new float[count];
            first = 0;
            outside.getPointer(from).get(x, 0, count);
        }
        for (int i = 0; i < count; i++) {
            target[i] = x[first + i];
        }
    }

    @Override
    public void copyFrom(final double[] source, int at, int count) {
        float[] x = room(count);
        int first = x == heap ? at : 0;
        for (int i = 0; i < count; i++) {
            x[first + i] = narrow(source[i]);
        }
        mirror(x, at, count);
    }

    @Override
    public void copyFrom(byte[] source, int from, int count, final double factor, int at) {
        float[] x = room(count);
        int first = x == heap ? at : 0;
        for (int i = 0; i < count; i++) {
            x[first + i] = narrow((source[from + i] & 0xFF) * factor);
        }
        mirror(x, at, count);
    }

    /** Where to write some numbers: the heap itself unless it is out of date. */
    private float[] room(int count) {
        if (count == heap.length) {
            return forget();
        }
        return heapIsCurrent ? heap : new float[count];
    }

    /** Brings the outside up to date again after a change of a part. */
    private void mirror(float[] written, int at, int count) {
        if (outsideIsCurrent) {
            outside.getPointer(at).put(written, written == heap ? at : 0, count);
        }
    }

    @Override
    public void clear(int count) {
        Arrays.fill(overwriting(count), 0, count, 0);
    }

    @Override
    public void forgetAll() {
        heapIsCurrent = true;
        outsideIsCurrent = outside != null;
    }

    @Override
    public void combine(final double alpha, NumberArray x, final double beta) {
        FloatArray other = (FloatArray) x;
        if (outside != null) {
            if (beta == 0) {
                outsideIsCurrent = true;
            }
            FloatPointer y = outsideForWriting();
            if (beta == 0) {
                cblas_scopy(length(), other.outside(), 1, y, 1);
                cblas_sscal(length(), narrow(alpha), y, 1);
            } else {
                // two fast loops; daxpby is a slow one
                if (beta != 1) {
                    cblas_sscal(length(), narrow(beta), y, 1);
                }
                cblas_saxpy(length(), narrow(alpha), other.outside(), 1, y, 1);
            }
        } else {
            FloatLoops.combine(narrow(alpha), other.reading(), narrow(beta), writing());
        }
    }

    @Override
    public double dot(NumberArray x, int count) {
        return FloatLoops.dot(reading(), of(x), count);
    }

    @Override
    public void multiply(Slice a, Slice b, final double beta, Slice c) {
        if (a.width() != b.height() || a.height() != c.rows() || b.width() != c.columns() || c.isTransposed()) {
            throw new IllegalArgumentException(a + " times " + b + " does not fit " + c);
        }
        if (outside == null) {
            FloatLoops.multiply(
                    new FloatLoops.Factor(of(a.array()), a),
                    new FloatLoops.Factor(of(b.array()), b),
                    narrow(beta),
                    writing(),
                    c);
            return;
        }
        if (c.rows() == 0 || c.columns() == 0) {
            return;
        }
        FloatPointer left = at(a);
        FloatPointer right = at(b);
        FloatPointer product = target(c, beta == 0);
        cblas_sgemm(
                CblasRowMajor,
                a.isTransposed() ? CblasTrans : CblasNoTrans,
                b.isTransposed() ? CblasTrans : CblasNoTrans,
                c.rows(),
                c.columns(),
                a.width(),
                1,
                left,
                a.columns(),
                right,
                b.columns(),
                narrow(beta),
                product,
                c.columns());
    }

    private static FloatPointer at(Slice slice) {
        return ((FloatArray) slice.array()).outside().getPointer(slice.offset());
    }

    private FloatPointer target(Slice c, boolean overwritten) {
        if (overwritten && c.offset() == 0 && c.rows() * c.columns() == length()) {
            // nothing of the old numbers is needed
            outsideIsCurrent = true;
        }
        return outsideForWriting().getPointer(c.offset());
    }

    @Override
    public void apply(Nonlinearity phi, NumberArray z, int count) {
        FloatLoops.apply(phi, of(z), overwriting(count), count);
    }

    @Override
    public void applyDerivative(Nonlinearity phi, NumberArray z, NumberArray d, int count) {
        FloatLoops.applyDerivative(phi, of(z), of(d), overwriting(count), count);
    }

    @Override
    public void addSecondDerivative(Nonlinearity phi, NumberArray z, NumberArray p, NumberArray q, int count) {
        FloatLoops.addSecondDerivative(phi, of(z), new float[][] {of(p), of(q)}, writing(), count);
    }

    @Override
    public void addToChannels(NumberArray bias, int offset, int samples, int channels, int plane) {
        float[] b = new float[channels];
        ((FloatArray) bias).peek(offset, b);
        FloatLoops.addToChannels(b, writing(), samples, plane);
    }

    /** Some numbers, without bringing the whole heap up to date. */
    private void peek(int offset, float[] target) {
        if (heapIsCurrent) {
            System.arraycopy(heap, offset, target, 0, target.length);
        } else {
            outside.getPointer(offset).get(target, 0, target.length);
        }
    }

    /** Some numbers, without bringing the other copy up to date. */
    private void poke(int offset, float[] source) {
        if (heapIsCurrent) {
            System.arraycopy(source, 0, heap, offset, source.length);
        }
        if (outsideIsCurrent) {
            outside.getPointer(offset).put(source, 0, source.length);
        }
    }

    @Override
    public void sumChannels(int samples, int channels, int plane, NumberArray target, int offset) {
        float[] sums = FloatLoops.sumChannels(reading(), samples, channels, plane);
        ((FloatArray) target).poke(offset, sums);
    }

    @Override
    public void gatherPatches(Window window, NumberArray image, int offset, NumberArray shifted) {
        float[] sides = ((FloatArray) shifted).writing();
        FloatLoops.shift(window, of(image), offset, sides);
        int places = window.places();
        if (view == null) {
            float[] x = forget();
            for (int entry = 0; entry < window.entries(); entry++) {
                System.arraycopy(sides, FloatLoops.inShifted(window, entry), x, entry * places, places);
            }
            return;
        }
        // to where products read them, without a copy in the heap
        for (int entry = 0; entry < window.entries(); entry++) {
            view.put(entry * places, sides, FloatLoops.inShifted(window, entry), places);
        }
        outsideIsCurrent = true;
        heapIsCurrent = false;
    }

    @Override
    public void addPatches(Window window, NumberArray patches, int offset, NumberArray shifted) {
        float[] sides = ((FloatArray) shifted).forget();
        FloatLoops.addToShifted(window, of(patches), sides);
        FloatLoops.addShifted(window, sides, writing(), offset);
    }

    @Override
    public void maxima(Window window, NumberArray images, int[] where, int samples) {
        FloatLoops.maxima(window, of(images), writing(), where, samples);
    }

    @Override
    public void gather(NumberArray source, int[] where, int count) {
        float[] from = of(source);
        float[] x = overwriting(count);
        for (int i = 0; i < count; i++) {
            x[i] = from[where[i]];
        }
    }

    @Override
    public void scatter(NumberArray source, int[] where, int count, int length) {
        float[] from = of(source);
        float[] x = overwriting(length);
        Arrays.fill(x, 0, length, 0);
        for (int i = 0; i < count; i++) {
            x[where[i]] += from[i];
        }
    }

    @Override
    public void close() {
        if (outside != null) {
            outside.close();
        }
    }

    private static float narrow(final double number) {
        return (float) number;
    }
}
