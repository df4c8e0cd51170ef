package org.eigenscope.figure.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.eigenscope.figure.compose.Contours.Piece;
import org.junit.jupiter.api.Test;

class ContoursTest {
    private static double[][] cone(int size) {
        double[][] rows = new double[size][size];
        for (int j = 0; j < size; j++) {
            for (int i = 0; i < size; i++) {
                rows[j][i] = Math.hypot(i - (size - 1) / 2.0, j - (size - 1) / 2.0);
            }
        }
        return rows;
    }

    @Test
    void theContourOfAConeIsACircle() {
        List<Piece> pieces = Contours.of(cone(41), 12);
        assertThat(pieces)
                .hasSizeGreaterThan(60)
                .allSatisfy(piece ->
                        assertThat(Math.hypot(piece.x0() - 20, piece.y0() - 20)).isCloseTo(12, within(0.02)));
    }

    @Test
    void aClosedContourHasNoLooseEnd() {
        List<Piece> pieces = Contours.of(cone(41), 12);
        double length = pieces.stream()
                .mapToDouble(p -> Math.hypot(p.x1() - p.x0(), p.y1() - p.y0()))
                .sum();
        assertThat(length).isCloseTo(2 * Math.PI * 12, within(0.1));
    }

    @Test
    void aPlaneIsCutStraight() {
        double[][] rows = {{0, 1}, {0, 1}};
        assertThat(Contours.of(rows, 0.25)).containsExactly(new Piece(0.25, 0, 0.25, 1));
    }

    @Test
    void aSaddleIsCutTheWayItsCentreLies() {
        // the lower left and upper right corners are low, and the centre is too: the two high corners are cut off
        double[][] low = {{0, 1}, {1, 0}};
        assertThat(Contours.of(low, 0.6))
                .allSatisfy(piece -> assertThat(side(piece, 0, 0)).isEqualTo(side(piece, 1, 1)));
        // here the centre is high: the two low corners are cut off
        assertThat(Contours.of(low, 0.4))
                .allSatisfy(piece -> assertThat(side(piece, 1, 0)).isEqualTo(side(piece, 0, 1)));
    }

    /** On which side of a piece a point lies. */
    private static double side(Piece p, double x, double y) {
        return Math.signum((p.x1() - p.x0()) * (y - p.y0()) - (p.y1() - p.y0()) * (x - p.x0()))
                * Math.signum((p.x1() - p.x0()) * (0.5 - p.y0()) - (p.y1() - p.y0()) * (0.5 - p.x0()));
    }

    @Test
    void cellsWithoutAHeightAreLeftOut() {
        double[][] rows = {{0, 1, Double.POSITIVE_INFINITY}, {0, 1, 2}};
        assertThat(Contours.of(rows, 1.5)).isEmpty();
    }
}
