package org.eigenscope.ui.plot;

import java.util.function.DoubleConsumer;
import javafx.geometry.Bounds;
import org.eigenscope.figure.compose.DrawnParts;

/** Finds places for the words of guides and for the legend, where they cover nothing that is drawn. */
final class PlotArrangement {
    private final PlotState state;
    private final PlotOverlay overlay;
    private final LiveCanvas live;
    private final DoubleConsumer reserve;
    /** The height that the legend takes above the axes. */
    private double above;
    /** Whether the next change of size is the answer to the last arrangement. */
    private boolean isReserving;

    /**
     * @param state what is drawn
     * @param overlay has the legend and the handles
     * @param live has the words of guides
     * @param reserve is told the height that is kept free above the axes, when it changes
     */
    PlotArrangement(PlotState state, PlotOverlay overlay, LiveCanvas live, DoubleConsumer reserve) {
        this.state = state;
        this.overlay = overlay;
        this.live = live;
        this.reserve = reserve;
    }

    /** Finds the places in axes of another size; the legend may leave its place if not its own height changed them. */
    void resized(Bounds area) {
        boolean own = isReserving;
        isReserving = false;
        arrange(area, !own);
    }

    /**
     * Finds the places. Whether the legend stands above the axes depends on their height without it, so that its own height does
     * not change the answer.
     *
     * @param area the rectangle of the axes as painted
     * @param anew whether the legend may leave a place that is free
     */
    void arrange(Bounds area, boolean anew) {
        double width = area.getWidth();
        double height = area.getHeight();
        if (!(width > 0 && height > 0)) {
            return;
        }
        double before = above;
        DrawnParts drawn = parts(width, height + before);
        live.placeWords(width, height + before, drawn);
        above = overlay.placeLegend(drawn, width, height + before, anew);
        if (above != before) {
            isReserving = true;
            reserve.accept(above);
        }
        DrawnParts around = parts(width, height);
        // a legend that found no free place must not cover words besides
        overlay.legend(width, height).ifPresent(around::add);
        live.placeWords(width, height, around);
    }

    /** What is drawn in axes of a size but for words, with the handles' pills. */
    private DrawnParts parts(double width, double height) {
        DrawnParts parts = DrawnParts.of(state.figure(), state.ranges(), width, height);
        overlay.pills(width, height).forEach(parts::add);
        return parts;
    }
}
