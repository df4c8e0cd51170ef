package org.eigenscope.figure.export.tex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.eigenscope.figure.Sheet;
import org.eigenscope.figure.export.ExampleSheets;
import org.eigenscope.figure.export.FigureWriter;
import org.eigenscope.figure.export.page.Attachment;
import org.eigenscope.figure.export.page.FigureFormat;
import org.eigenscope.figure.export.page.PagePreset;
import org.eigenscope.figure.export.page.PageStyle;
import org.eigenscope.figure.export.write.SvgWriterTest;
import org.eigenscope.figure.style.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PgfWriterTest {
    private static final PageStyle STYLE = PageStyle.of(PagePreset.ICML);
    private static final double SIZE_TOLERANCE = 0.1;
    private static final long PATIENCE_SECONDS = 120;

    @Test
    void writesLabelsInLatexNotation() throws Exception {
        assertThat(tex(ExampleSheets.density()))
                .contains("{density $\\rho$($\\lambda$)}", "$10^{-2}$", "6.12$\\times$10$^{-4}$", "xmode=log");
    }

    @Test
    void keepsMoreDigitsThanPaperShows() throws Exception {
        assertThat(tex(ExampleSheets.density())).contains("(0.01,100)(1,1)(100,0.01)");
    }

    @Test
    void legendIsWrittenOnceForPanelsThatShareIt() throws Exception {
        assertThat(tex(ExampleSheets.grid()).split("\\{eigenvalues\\}", -1)).hasSize(2);
    }

    @Test
    void darkFiguresHaveADarkGroundAndLightWords() throws Exception {
        PageStyle dark = STYLE.withColors(new PageStyle.Colors(Theme.DARK, false, false));
        String tex = tex(ExampleSheets.density(), dark);
        String ground = first("fill\\[(eigen[A-Z])\\] \\(0,0\\) rectangle", tex);
        String words = first("every node/.append style=\\{inner sep=0bp,text=(eigen[A-Z])", tex);
        assertThat(tex).contains("{" + ground + "}{HTML}{0D1117}", "{" + words + "}{HTML}{B1BAC4}");
    }

    @Test
    void transparentFiguresHaveNoGroundButPaleBars() throws Exception {
        PageStyle clear = STYLE.withColors(new PageStyle.Colors(Theme.LIGHT, false, true));
        assertThat(tex(ExampleSheets.density(), clear))
                .doesNotContain("(0,0) rectangle (234,175.5);\n\\fill")
                .contains("{HTML}{D4D6D9}");
    }

    private static String first(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    @Test
    void insetIsAPairOfAxesOfItsOwn() throws Exception {
        assertThat(tex(ExampleSheets.inset()).split("begin\\{axis}", -1)).hasSize(4);
        assertThat(tex(ExampleSheets.inset())).contains("xmode=normal", "xmin=0, xmax=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"extras", "density", "estimates", "grid", "inset"})
    void compilesToAPageOfTheSameSize(String name, @TempDir Path folder) throws Exception {
        assumeThat(hasPgfplots()).as("a TeX with PGFPlots is installed").isTrue();
        Path source = folder.resolve("figure.tex");
        Files.writeString(source, tex(SvgWriterTest.sheet(name)));
        Path log = folder.resolve("talk.txt");
        Process latex = new ProcessBuilder("pdflatex", "-interaction=nonstopmode", "-halt-on-error", "figure.tex")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(latex.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(latex.exitValue())
                .as(Files.readString(log, StandardCharsets.ISO_8859_1))
                .isZero();
        try (PDDocument document = Loader.loadPDF(new File(folder.toFile(), "figure.pdf"))) {
            PDRectangle page = document.getPage(0).getMediaBox();
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat((double) page.getWidth()).isCloseTo(STYLE.width(), within(SIZE_TOLERANCE));
            assertThat((double) page.getHeight()).isCloseTo(STYLE.height(), within(SIZE_TOLERANCE));
        }
    }

    private static boolean hasPgfplots() throws InterruptedException {
        try {
            Process search = new ProcessBuilder("kpsewhich", "pgfplots.sty")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return search.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && search.exitValue() == 0;
        } catch (IOException noTex) {
            return false;
        }
    }

    private static String tex(Sheet sheet) throws Exception {
        return tex(sheet, STYLE);
    }

    private static String tex(Sheet sheet, PageStyle style) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FigureWriter.write(sheet, style, Attachment.NONE, FigureFormat.TEX, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
