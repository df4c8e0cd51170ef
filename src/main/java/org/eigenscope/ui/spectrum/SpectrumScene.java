package org.eigenscope.ui.spectrum;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.Guide;
import org.eigenscope.figure.Ordinate;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.compose.FigureRanges;
import org.eigenscope.figure.compose.Ghost;
import org.eigenscope.figure.compose.KeptWindow;
import org.eigenscope.figure.compose.LawCurve;
import org.eigenscope.figure.compose.SpectrumFigure;

/**
 * What the chart shows at one moment. Every change makes another scene; what does not depend on the laws is computed only
 * when the axes, the spectrum or the ghosts change, so that a drag of the laws costs the laws alone.
 *
 * @param spectrum the spectrum; empty for an empty chart
 * @param view what the axes measure
 * @param background what does not depend on the laws
 * @param laws the laws over the spectrum
 * @param ghosts other spectra behind it
 * @param marks lines at places on the abscissa
 * @param hidden the ids of the curves that the user hid
 */
record SpectrumScene(
        Optional<SpectrumModel.Shown> spectrum,
        View view,
        Background background,
        List<LawCurve> laws,
        List<Ghost> ghosts,
        List<Guide> marks,
        Set<String> hidden) {
    /** An empty chart. */
    static final SpectrumScene EMPTY = new SpectrumScene(
            Optional.empty(),
            new View(Ordinate.DENSITY, AxisScale.LOG, AxisScale.LOG, 0),
            Background.NONE,
            List.of(),
            List.of(),
            List.of(),
            Set.of());

    SpectrumScene {
        laws = List.copyOf(laws);
        ghosts = List.copyOf(ghosts);
        marks = List.copyOf(marks);
        hidden = Set.copyOf(hidden);
    }

    /**
     * What the axes measure.
     *
     * @param ordinate the quantity on the ordinate
     * @param x the scale of the abscissa
     * @param y the scale of the ordinate
     * @param bins how many bars there are; 0 to let the data choose
     */
    record View(Ordinate ordinate, AxisScale x, AxisScale y, int bins) {}

    /**
     * What does not depend on the laws.
     *
     * @param base the axes and the histogram
     * @param visible the ranges that the axes show; empty until the chart tells them
     * @param curves the curves of the spectrum and of the ghosts
     */
    record Background(FigureSpec base, Optional<FigureRanges> visible, List<Curve> curves) {
        static final Background NONE = new Background(FigureSpec.EMPTY, Optional.empty(), List.of());

        Background {
            curves = List.copyOf(curves);
        }

        /** The ranges in which curves are sampled. */
        FigureRanges sampled() {
            return visible.orElseGet(() -> SpectrumFigure.rangesForLaws(base));
        }

        /** The same in other ranges, the curves as they were sampled before. */
        Background withVisible(Optional<FigureRanges> ranges) {
            return new Background(base, ranges, curves);
        }

        /** Samples the curves anew. */
        Background sampledFor(SpectrumScene scene) {
            List<Curve> sampled = scene.spectrum
                    .map(now -> SpectrumFigure.background(
                            now.spectrum(), scene.ghosts, scene.view.ordinate(), base, sampled()))
                    .orElse(List.of());
            return new Background(base, visible, sampled);
        }
    }

    /** Another spectrum, or none; the laws over the old one go. */
    SpectrumScene withSpectrum(Optional<SpectrumModel.Shown> next) {
        return new SpectrumScene(next, view, background, List.of(), ghosts, marks, hidden).laidOut();
    }

    SpectrumScene withView(View next) {
        return new SpectrumScene(spectrum, next, background, laws, ghosts, marks, hidden).laidOut();
    }

    /** Axes and histogram anew; the ranges on screen are void. */
    private SpectrumScene laidOut() {
        SpectrumFigure.Bars bars = new SpectrumFigure.Bars(view.bins(), ghosts);
        FigureSpec base = spectrum.map(
                        now -> SpectrumFigure.base(now.spectrum(), bars, view.ordinate(), view.x(), view.y()))
                .orElse(FigureSpec.EMPTY);
        return resampled(new Background(base, Optional.empty(), List.of()));
    }

    private SpectrumScene resampled(Background next) {
        return with(next.sampledFor(this));
    }

    private SpectrumScene with(Background next) {
        return new SpectrumScene(spectrum, view, next, laws, ghosts, marks, hidden);
    }

    /** Curves sampled for other ranges of the axes. */
    SpectrumScene withVisible(FigureRanges ranges) {
        return resampled(background.withVisible(Optional.of(ranges)));
    }

    SpectrumScene withLaws(List<LawCurve> next) {
        // The first laws may rise above the bars: they are sampled as high as the axes will go for them.
        Background under = laws.isEmpty() ? background.withVisible(Optional.empty()) : background;
        List<LawCurve> among = spectrum.map(now ->
                        next.stream().map(law -> law.among(now.spectrum())).toList())
                .orElse(next);
        return new SpectrumScene(spectrum, view, under, among, ghosts, marks, hidden);
    }

    SpectrumScene withGhosts(List<Ghost> next) {
        SpectrumScene changed = new SpectrumScene(spectrum, view, background, laws, next, marks, hidden);
        // among densities the outlines set the axes when they are drawn; other views have a range of their own
        return view.ordinate() == Ordinate.DENSITY ? changed.resampled(background) : changed.laidOut();
    }

    SpectrumScene withMarks(List<Guide> next) {
        return new SpectrumScene(spectrum, view, background, laws, ghosts, next, hidden);
    }

    SpectrumScene withHidden(Set<String> next) {
        return new SpectrumScene(spectrum, view, background, laws, ghosts, marks, next);
    }

    /** The ranges in which curves are sampled. */
    FigureRanges sampledRanges() {
        return background.sampled();
    }

    /** The scale of the abscissa of the chart; that of {@link FigureSpec#EMPTY} while it is empty. */
    AxisScale abscissa() {
        return background.base().xAxis().scale();
    }

    /** The figure to draw. */
    FigureSpec figure() {
        if (spectrum.isEmpty()) {
            return FigureSpec.EMPTY;
        }
        KeptWindow window =
                LawCurve.marked(laws, abscissa()).map(LawCurve::window).orElse(KeptWindow.EVERYTHING);
        SpectrumFigure.Foreground content = new SpectrumFigure.Foreground(laws, window, marks, hidden);
        return SpectrumFigure.complete(
                background.base(), view.ordinate(), sampledRanges(), content, background.curves());
    }
}
