package org.eigenscope.figure.compose;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines of equal height over a rectangular grid, by marching squares: straight pieces within each cell, the ends interpolated
 * linearly along its edges. A saddle is cut the way its centre lies.
 *
 * <p>W. E. Lorensen and H. E. Cline, SIGGRAPH 1987, in two dimensions.
 */
public final class Contours {
    private Contours() {}

    /**
     * A straight piece of a contour, in units of the grid: column and row indices with fractions.
     *
     * @param x0 the column of one end
     * @param y0 its row
     * @param x1 the column of the other
     * @param y1 its row
     */
    public record Piece(double x0, double y0, double x1, double y1) {}

    /**
     * The pieces of one contour.
     *
     * @param rows the heights, by row, then by column; cells with a value that is not finite are left out
     */
    public static List<Piece> of(double[][] rows, double level) {
        List<Piece> pieces = new ArrayList<>();
        for (int j = 0; j + 1 < rows.length; j++) {
            for (int i = 0; i + 1 < rows[j].length; i++) {
                addCell(pieces, rows, i, j, level);
            }
        }
        return pieces;
    }

    private static void addCell(List<Piece> pieces, double[][] rows, int i, int j, double level) {
        // counter-clockwise from the lower left
        double[] corner = {rows[j][i], rows[j][i + 1], rows[j + 1][i + 1], rows[j + 1][i]};
        double sum = corner[0] + corner[1] + corner[2] + corner[3];
        if (!Double.isFinite(sum)) {
            return;
        }
        List<double[]> crossings = new ArrayList<>();
        for (int edge = 0; edge < 4; edge++) {
            double from = corner[edge];
            double to = corner[(edge + 1) % 4];
            if ((from < level) != (to < level)) {
                crossings.add(onEdge(edge, (level - from) / (to - from), i, j));
            }
        }
        // edges 0 and 3 meet in the first corner: a saddle whose centre lies like that corner cuts the other two off
        boolean around = crossings.size() == 4 && (sum / 4 < level) != (corner[0] < level);
        for (int k = 0; k + 1 < crossings.size(); k += 2) {
            double[] a = crossings.get(around && k == 0 ? 3 : around ? 1 : k);
            double[] b = crossings.get(around && k == 0 ? 0 : around ? 2 : k + 1);
            pieces.add(new Piece(a[0], a[1], b[0], b[1]));
        }
    }

    private static double[] onEdge(int edge, double share, int i, int j) {
        return switch (edge) {
            case 0 -> new double[] {i + share, j};
            case 1 -> new double[] {i + 1, j + share};
            case 2 -> new double[] {i + 1 - share, j + 1};
            default -> new double[] {i, j + 1 - share};
        };
    }
}
