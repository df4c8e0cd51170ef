package org.eigenscope.figure.export.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.figure.Sheet;
import org.eigenscope.figure.export.ExampleSheets;
import org.eigenscope.figure.export.FigureWriter;
import org.eigenscope.figure.export.page.Attachment;
import org.eigenscope.figure.export.page.FigureFormat;
import org.eigenscope.figure.export.page.PagePreset;
import org.eigenscope.figure.export.page.PageStyle;
import org.eigenscope.figure.style.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The golden files are described beside them. */
public class SvgWriterTest {
    private static final PageStyle STYLE = PageStyle.of(PagePreset.ICML);

    @ParameterizedTest
    @ValueSource(strings = {"extras", "density", "estimates", "grid", "inset"})
    void everyCharacterOfAFigureIsAsItWas(String name) throws Exception {
        assertThat(svg(sheet(name), STYLE)).isEqualTo(golden(name));
    }

    @Test
    void isAsWideAsThePresetToTheLastDigit() throws Exception {
        assertThat(svg(ExampleSheets.density(), STYLE))
                .contains("width=\"234pt\"", "height=\"175.5pt\"", "viewBox=\"0 0 234 175.5\"");
    }

    @Test
    void keepsWordsAsTextAndSetsFormulasAsOutlines() throws Exception {
        assertThat(svg(ExampleSheets.density(), STYLE)).contains(">eigenvalue </text", ">data/law</text");
        assertThat(svg(ExampleSheets.estimates(), STYLE))
                .contains(">batch size</text")
                .doesNotContain("jlm_");
    }

    @Test
    void namesItselfForReaders() throws Exception {
        assertThat(svg(ExampleSheets.density(), STYLE)).contains(">A title</title", ">Some words.</desc");
    }

    @Test
    void leavesTheGroundOutWhenAskedTo() throws Exception {
        PageStyle.Colors clear = new PageStyle.Colors(Theme.LIGHT, false, true);
        String ground = "width=\"234\" height=\"175.5\"";
        assertThat(svg(ExampleSheets.estimates(), STYLE)).contains("<rect");
        assertThat(svg(ExampleSheets.estimates(), STYLE.withColors(clear))).doesNotContain(ground);
    }

    public static Sheet sheet(String name) {
        return switch (name) {
            case "extras" -> ExampleSheets.extras();
            case "density" -> ExampleSheets.density();
            case "inset" -> ExampleSheets.inset();
            case "estimates" -> ExampleSheets.estimates();
            default -> ExampleSheets.grid();
        };
    }

    public static String svg(Sheet sheet, PageStyle style) throws IOException, BadInputException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Attachment attachment = new Attachment("A title", "Some words.", Optional.of("{\"a\":\"<&>κ\"}"));
        FigureWriter.write(sheet, style, attachment, FigureFormat.SVG, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String golden(String name) throws IOException {
        try (InputStream file = SvgWriterTest.class.getResourceAsStream("/figure/" + name + ".svg")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
