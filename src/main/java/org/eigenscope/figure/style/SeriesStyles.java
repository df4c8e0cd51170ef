package org.eigenscope.figure.style;

import java.util.List;

/** Strokes for several spectra in one plot: Okabe and Ito's colours, each with a dash pattern and a marker of its own. */
public final class SeriesStyles {
    private static final double WIDTH = 1.6;

    private static final List<CurveStyle> STYLES = List.of(
            style("#0072B2", "#56B4E9"),
            style("#D55E00", "#FF8C42", 7.0, 3.0),
            style("#009E73", "#2CD3A2", 2.0, 2.5),
            style("#B4568E", "#E29AC6", 8.0, 3.0, 2.0, 3.0),
            style("#8A6D00", "#F0E442", 4.0, 2.0),
            style("#57606A", "#B1BAC4", 12.0, 4.0));

    private static final List<Marker> MARKERS = List.of(Marker.values());

    private SeriesStyles() {}

    /** The style of the i-th series, repeating after six. */
    public static CurveStyle of(int i) {
        return STYLES.get(i % STYLES.size());
    }

    /** The marker of the i-th series, repeating after four. */
    public static Marker marker(int i) {
        return MARKERS.get(i % MARKERS.size());
    }

    private static CurveStyle style(String light, String dark, Double... dashes) {
        return new CurveStyle(Rgb.of(light), Rgb.of(dark), WIDTH, List.of(dashes));
    }
}
