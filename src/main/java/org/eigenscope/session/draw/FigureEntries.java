package org.eigenscope.session.draw;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.Panel;
import org.eigenscope.figure.PointSeries;
import org.eigenscope.figure.Sheet;
import org.eigenscope.figure.style.CurveStyle;
import org.eigenscope.figure.style.SeriesStyles;
import org.eigenscope.session.FigureEntry;

/** What a sheet shows that has a name in the legend. */
final class FigureEntries {
    private FigureEntries() {}

    /** What a sheet shows, the same id in several panels once. */
    static List<FigureEntry> of(Sheet sheet) {
        Map<String, FigureEntry> byId = new LinkedHashMap<>();
        for (Panel panel : sheet.panels()) {
            entries(panel).forEach(entry -> byId.putIfAbsent(entry.id(), entry));
        }
        return List.copyOf(byId.values());
    }

    private static List<FigureEntry> entries(Panel panel) {
        List<FigureEntry> entries = new ArrayList<>();
        panel.chart()
                .histogram()
                .ifPresent(bars ->
                        entries.add(new FigureEntry(SpectrumPanel.HISTOGRAM_ID, bars.label(), Optional.empty())));
        for (Curve curve : panel.chart().curves()) {
            if (curve.visible() && curve.size() > 0) {
                entries.add(entry(curve.id(), curve.label(), panel.styleOf(curve)));
            }
        }
        for (int i = 0; i < panel.points().size(); i++) {
            PointSeries points = panel.points().get(i);
            entries.add(
                    entry(points.id(), points.label(), panel.styles().getOrDefault(points.id(), SeriesStyles.of(i))));
        }
        return entries;
    }

    private static FigureEntry entry(String id, String label, CurveStyle style) {
        return new FigureEntry(id, label, Optional.of(style.light()));
    }
}
