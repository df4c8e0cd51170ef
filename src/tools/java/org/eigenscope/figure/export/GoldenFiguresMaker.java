package org.eigenscope.figure.export;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eigenscope.figure.export.page.PagePreset;
import org.eigenscope.figure.export.page.PageStyle;
import org.eigenscope.figure.export.write.SvgWriterTest;

/** Writes the golden SVG files anew, after a change of the drawing that was looked at; run it from the project's folder. */
final class GoldenFiguresMaker {
    private GoldenFiguresMaker() {}

    public static void main(String[] args) throws Exception {
        for (String name : new String[] {"extras", "density", "estimates", "grid", "inset"}) {
            String svg = SvgWriterTest.svg(SvgWriterTest.sheet(name), PageStyle.of(PagePreset.ICML));
            Path file = Path.of("src/test/resources/figure", name + ".svg");
            Files.writeString(file, svg, StandardCharsets.UTF_8);
        }
    }
}
