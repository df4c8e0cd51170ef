package org.eigenscope.network.array;

/**
 * Numbers of one precision in a row, with the operations that networks are made of. Loops run over a copy in the heap, products over one
 * outside of it where OpenBLAS is used; each is brought up to date when it is asked for. For one thread at a time.
 *
 * <p>All arrays of an operation have the same {@link Arithmetic}. Sums are taken in a fixed order. Those of products are OpenBLAS's on
 * one thread: the same on the same machine, not to the last bit on another kind of processor.
 */
public abstract sealed class NumberArray implements AutoCloseable permits DoubleArray, FloatArray {
    private final int length;

    NumberArray(int length) {
        this.length = length;
    }

    /** How many numbers it has. */
    public final int length() {
        return length;
    }

    /** One number; slow. */
    public abstract double get(int index);

    /** Copies numbers out. */
    public abstract void copyTo(int from, double[] target, int count);

    /** Copies the first numbers of an array in, rounded to the precision. */
    public abstract void copyFrom(double[] source, int at, int count);

    /** Copies bytes in, taken as 0 to 255 and times a factor. */
    public abstract void copyFrom(byte[] source, int from, int count, double factor, int at);

    /** Sets the first numbers to zero. */
    public abstract void clear(int count);

    /** Leaves the numbers undefined: all of them will be written before they are read, part by part. */
    public abstract void forgetAll();

    /** this ← α·x + β·this, of equally long arrays; with β = 0 the old numbers are not read. */
    public abstract void combine(double alpha, NumberArray x, double beta);

    /** Σᵢ thisᵢ·xᵢ over the first {@code count} numbers, in the order of the index. */
    public abstract double dot(NumberArray x, int count);

    /** C ← A·B + β·C, where C is a slice of this array, not transposed; with β = 0 the old C is not read. */
    public abstract void multiply(Slice a, Slice b, double beta, Slice c);

    /** thisᵢ ← φ(zᵢ). */
    public abstract void apply(Nonlinearity phi, NumberArray z, int count);

    /** thisᵢ ← φ′(zᵢ)·dᵢ. */
    public abstract void applyDerivative(Nonlinearity phi, NumberArray z, NumberArray d, int count);

    /** thisᵢ ← thisᵢ + φ″(zᵢ)·pᵢ·qᵢ. */
    public abstract void addSecondDerivative(Nonlinearity phi, NumberArray z, NumberArray p, NumberArray q, int count);

    /**
     * Adds a number to each channel: this is samples × channels × plane.
     *
     * @param bias where the numbers are, one a channel
     * @param offset of the first of them
     */
    public abstract void addToChannels(NumberArray bias, int offset, int samples, int channels, int plane);

    /**
     * Sums over samples and planes, written into an array.
     *
     * @param target receives them, one a channel, from {@code offset} on
     */
    public abstract void sumChannels(int samples, int channels, int plane, NumberArray target, int offset);

    /**
     * Fills this with what lies under a window of stride 1 at its places: a row for each entry (c, y, x) of the window, a column for each
     * place, row by row.
     *
     * @param image where the image is
     * @param offset of its first entry
     * @param shifted scratch of {@link Window#shiftedSize} numbers, for this window alone and zero at first
     */
    public abstract void gatherPatches(Window window, NumberArray image, int offset, NumberArray shifted);

    /** The adjoint of {@link #gatherPatches}: adds patches to the image at {@code offset} of this; {@code shifted} is scratch of its own. */
    public abstract void addPatches(Window window, NumberArray patches, int offset, NumberArray shifted);

    /**
     * The largest entries under a window at its places, of each plane by itself; of equal ones the first.
     *
     * @param where receives the index of each in {@code images}
     * @param samples how many images
     */
    public abstract void maxima(Window window, NumberArray images, int[] where, int samples);

    /** thisᵢ ← source at whereᵢ. */
    public abstract void gather(NumberArray source, int[] where, int count);

    /** Sets the first {@code length} numbers to zero, then adds sourceᵢ at whereᵢ. */
    public abstract void scatter(NumberArray source, int[] where, int count, int length);

    /** Frees what is outside the heap. */
    @Override
    public abstract void close();
}
