package org.eigenscope.ui.plot;

import javafx.scene.canvas.GraphicsContext;

/**
 * Strokes long lines piece by piece. A rasteriser processes the whole bounding box of a path, which for a curve across
 * the canvas is most of the canvas. Pieces share a segment, so that no joint is visible, and dashes continue.
 */
final class PieceStroker {
    private final int piece;
    private final double[] pieceX;
    private final double[] pieceY;

    /**
     * A stroker.
     *
     * @param piece how many points are stroked at once
     */
    PieceStroker(int piece) {
        this.piece = piece;
        this.pieceX = new double[piece + 2];
        this.pieceY = new double[piece + 2];
    }

    /** Strokes the line through the first n positions. */
    void stroke(GraphicsContext gc, double[] x, double[] y, int n) {
        double offset = 0;
        for (int from = 0; from < n - 1; from += piece) {
            int count = Math.min(piece + 2, n - from);
            System.arraycopy(x, from, pieceX, 0, count);
            System.arraycopy(y, from, pieceY, 0, count);
            gc.setLineDashOffset(offset);
            gc.strokePolyline(pieceX, pieceY, count);
            for (int i = from; i < Math.min(from + piece, n - 1); i++) {
                offset += Math.hypot(x[i + 1] - x[i], y[i + 1] - y[i]);
            }
        }
    }
}
