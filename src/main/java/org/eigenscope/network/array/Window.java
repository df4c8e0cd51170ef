package org.eigenscope.network.array;

/**
 * A square window that slides over the planes of an image.
 *
 * @param channels planes of the image
 * @param height of a plane
 * @param width of a plane
 * @param kernel the side of the window
 * @param stride from one place to the next, in both directions
 * @param padding zeros around each plane
 */
public record Window(int channels, int height, int width, int kernel, int stride, int padding) {
    /** @throws IllegalArgumentException if a size is not positive or the window does not fit into the padded plane */
    public Window {
        if (channels < 1 || height < 1 || width < 1 || kernel < 1 || stride < 1 || padding < 0 || padding >= kernel) {
            throw new IllegalArgumentException("channels = " + channels + ", height = " + height + ", width = " + width
                    + ", kernel = " + kernel + ", stride = " + stride + ", padding = " + padding);
        }
        if (Math.min(height, width) + 2 * padding < kernel) {
            throw new IllegalArgumentException("a window of " + kernel + "×" + kernel + " does not fit into " + height
                    + "×" + width + " with " + padding + " zeros around it");
        }
    }

    /** ⌊(height + 2·padding − kernel)/stride⌋ + 1. */
    public int rows() {
        return (height + 2 * padding - kernel) / stride + 1;
    }

    /** The same of the width. */
    public int columns() {
        return (width + 2 * padding - kernel) / stride + 1;
    }

    /** The places of the window. */
    public int places() {
        return rows() * columns();
    }

    /** The entries under the window in all planes. */
    public int entries() {
        return channels * kernel * kernel;
    }

    /** Rows of a plane with the zeros above and below it. */
    int paddedHeight() {
        return height + 2 * padding;
    }

    /** The entries of all planes at {@code kernel} shifts to the side, each with as many columns as there are places in a row. */
    public int shiftedSize() {
        return channels * kernel * paddedHeight() * columns();
    }

    /** The entries of an image. */
    public int imageSize() {
        return channels * height * width;
    }
}
