package org.eigenscope.network.layer;

/**
 * The shape of one sample between two layers: planes of an image, or numbers in a row as n×1×1.
 *
 * @param channels planes
 * @param height of a plane
 * @param width of a plane
 */
public record Shape(int channels, int height, int width) {
    /** @throws IllegalArgumentException if a size is not positive, or they have 2³¹ numbers or more */
    public Shape {
        if (channels < 1 || height < 1 || width < 1 || (long) channels * height * width > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(channels + "×" + height + "×" + width + " is no shape of a sample");
        }
    }

    /** Numbers in a row. */
    public static Shape flat(int count) {
        return new Shape(count, 1, 1);
    }

    /** How many numbers a sample has. */
    public int size() {
        return channels * height * width;
    }

    /** As users write it, such as {@code 1×28×28} or {@code 64}. */
    @Override
    public String toString() {
        return height == 1 && width == 1 ? Integer.toString(channels) : channels + "×" + height + "×" + width;
    }
}
