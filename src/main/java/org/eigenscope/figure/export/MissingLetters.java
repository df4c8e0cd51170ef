package org.eigenscope.figure.export;

import java.awt.Font;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.Guide;
import org.eigenscope.figure.HeatMap;
import org.eigenscope.figure.HistogramSteps;
import org.eigenscope.figure.Panel;
import org.eigenscope.figure.PointSeries;
import org.eigenscope.figure.Sheet;
import org.eigenscope.figure.export.page.FigureFormat;
import org.eigenscope.figure.export.type.LatexText;
import org.eigenscope.figure.export.type.RichText;
import org.eigenscope.figure.export.type.Typefaces;

/** Which characters of a sheet's texts a format shows as boxes or question marks, as no font of figures has them. */
final class MissingLetters {
    private MissingLetters() {}

    /** The characters, each once, in the order in which they stand in the sheet. */
    static List<String> of(Sheet sheet, FigureFormat format) {
        Font face = Typefaces.load().regular();
        IntPredicate missing = format == FigureFormat.TEX ? LatexText::lacks : c -> !face.canDisplay(c);
        return Stream.concat(sheet.panels().stream().flatMap(MissingLetters::texts), sheet.notes().stream())
                .flatMapToInt(MissingLetters::words)
                .filter(missing)
                .distinct()
                .mapToObj(Character::toString)
                .toList();
    }

    /** The characters of a line that are set in the figures' typeface. */
    private static IntStream words(String line) {
        return RichText.parse(line).pieces().stream()
                .filter(piece -> piece.kind() != RichText.Kind.FORMULA)
                .flatMapToInt(piece -> piece.text().codePoints());
    }

    private static Stream<String> texts(Panel panel) {
        FigureSpec chart = panel.chart();
        Stream<String> names = Stream.of(
                        chart.histogram().stream().map(HistogramSteps::label),
                        panel.outlines().stream().map(outline -> outline.steps().label()),
                        chart.curves().stream().filter(Curve::visible).map(Curve::label),
                        panel.points().stream().map(PointSeries::label),
                        chart.guides().stream().map(Guide::label),
                        panel.strip().stream().map(strip -> strip.yAxis().label()))
                .flatMap(labels -> labels);
        Stream<String> titles =
                Stream.of(chart.title(), chart.xAxis().label(), chart.yAxis().label());
        Stream<String> cells = panel.marks().heatMap().stream().map(HeatMap::label);
        return Stream.of(titles, names, cells, panel.notes().stream()).flatMap(texts -> texts);
    }
}
