package org.eigenscope.ui.models.step;

import java.util.List;
import java.util.Objects;
import org.eigenscope.figure.axis.AxisRange;

/**
 * The spectra of one layer along its training, on the same bins and axes, so that it can be painted at any step at once.
 *
 * @param label what the layer is called
 * @param edges of the bins, equally apart in ln λ; none if the study keeps no eigenvalues
 * @param heights the range of the densities
 * @param frames by step, ascending
 */
public record EsdSeries(String label, double[] edges, AxisRange heights, List<Frame> frames) {
    /** No layer. */
    public static final EsdSeries EMPTY = new EsdSeries("", new double[0], new AxisRange(0.1, 1), List.of());

    public EsdSeries {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(heights, "heights");
        edges = edges.clone();
        frames = List.copyOf(frames);
    }

    /**
     * One step.
     *
     * @param step the step; NaN of a layer that has none
     * @param row the number of its row
     * @param densities in each bin
     * @param curve density of the fitted law at equally many places in ln λ; none without a law
     * @param text the fit in words
     */
    public record Frame(double step, long row, double[] densities, double[] curve, String text) {
        public Frame {
            densities = densities.clone();
            curve = curve.clone();
        }

        @Override
        public double[] densities() {
            return densities.clone();
        }

        @Override
        public double[] curve() {
            return curve.clone();
        }
    }

    @Override
    public double[] edges() {
        return edges.clone();
    }

    public boolean isEmpty() {
        return frames.isEmpty() || edges.length == 0;
    }

    /** The frame at a step, or the last one before it; the first if there is none before. */
    public Frame at(double step) {
        Frame found = frames.get(0);
        for (Frame frame : frames) {
            if (frame.step() <= step) {
                found = frame;
            }
        }
        return found;
    }
}
