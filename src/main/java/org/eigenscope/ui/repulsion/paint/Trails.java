package org.eigenscope.ui.repulsion.paint;

import java.util.Arrays;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;

/**
 * The paths of points: an image to which every picture adds two rows of pixels, the newest on top. A picture therefore costs
 * the same however long the past is.
 */
public final class Trails {
    /** Rows of pixels for a picture. */
    private static final int ROWS = 2;

    /** The opacity in [0, 1] of a pixel that holds one whole point; n points give 1 − (1 − opacity)ⁿ. */
    private static final double DEPOSIT = 0.45;

    private final int width;
    private final int height;
    private final WritableImage image;
    private final double[] ink;
    private final int[] pixels;
    /** The row of the image that is the newest; those above it in the image are older. */
    private int top;

    /**
     * @param width pixels across
     * @param height pixels down
     */
    public Trails(double width, double height) {
        this.width = Math.max(1, (int) width);
        this.height = Math.max(ROWS, (int) height / ROWS * ROWS);
        image = new WritableImage(this.width, this.height);
        ink = new double[this.width];
        pixels = new int[this.width * ROWS];
    }

    public boolean fits(double otherWidth, double otherHeight) {
        return width == Math.max(1, (int) otherWidth) && height == Math.max(ROWS, (int) otherHeight / ROWS * ROWS);
    }

    /**
     * Adds a picture.
     *
     * @param places from 0 at the left to the width at the right; others leave no trace
     */
    public void add(double[] places, Color color) {
        Arrays.fill(ink, 0);
        for (double place : places) {
            // shared by two pixels, so that slow points move smoothly
            double left = place - 0.5;
            int column = (int) Math.floor(left);
            deposit(column, 1 - (left - column));
            deposit(column + 1, left - column);
        }
        for (int i = 0; i < width; i++) {
            pixels[i] = premultiplied(color, 1 - Math.pow(1 - DEPOSIT, ink[i]));
        }
        for (int row = 1; row < ROWS; row++) {
            System.arraycopy(pixels, 0, pixels, row * width, width);
        }
        top = (top + height - ROWS) % height;
        image.getPixelWriter().setPixels(0, top, width, ROWS, PixelFormat.getIntArgbPreInstance(), pixels, 0, width);
    }

    private void deposit(int column, double share) {
        if (column >= 0 && column < width) {
            ink[column] += share;
        }
    }

    private static int premultiplied(Color color, double opacity) {
        int alpha = (int) Math.round(255 * opacity);
        return alpha << 24
                | (int) Math.round(alpha * color.getRed()) << 16
                | (int) Math.round(alpha * color.getGreen()) << 8
                | (int) Math.round(alpha * color.getBlue());
    }

    /**
     * Paints them, fading downwards.
     *
     * @param background what they fade into
     */
    public void paint(GraphicsContext gc, double x, double y, Color background) {
        int below = height - top;
        gc.drawImage(image, 0, top, width, below, x, y, width, below);
        if (top > 0) {
            gc.drawImage(image, 0, 0, width, top, x, y + below, width, top);
        }
        gc.setFill(new LinearGradient(
                0,
                y,
                0,
                y + height,
                false,
                CycleMethod.NO_CYCLE,
                new Stop(0, background.deriveColor(0, 1, 1, 0)),
                new Stop(1, background)));
        gc.fillRect(x, y, width, height);
    }
}
