package org.eigenscope.figure.export.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.eigenscope.figure.Sheet;
import org.eigenscope.figure.export.ExampleSheets;
import org.eigenscope.figure.export.FigureWriter;
import org.eigenscope.figure.export.page.Attachment;
import org.eigenscope.figure.export.page.FigureFormat;
import org.eigenscope.figure.export.page.PagePreset;
import org.eigenscope.figure.export.page.PageStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PdfWriterTest {
    /** In points: what printers and typesetters can tell. */
    private static final double SIZE_TOLERANCE = 0.1;

    @ParameterizedTest
    @EnumSource(PagePreset.class)
    void pageIsAsLargeAsThePresetSays(PagePreset preset) throws Exception {
        try (PDDocument document = write(ExampleSheets.density(), PageStyle.of(preset))) {
            PDRectangle page = document.getPage(0).getMediaBox();
            double width = preset.inches() * 72;
            assertThat((double) page.getWidth()).isCloseTo(width, within(SIZE_TOLERANCE));
            assertThat((double) page.getHeight())
                    .isCloseTo(preset.heightFor(preset.inches()) * 72, within(SIZE_TOLERANCE));
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    void everyFontIsEmbeddedAndSubset() throws Exception {
        try (PDDocument document = write(ExampleSheets.density(), PageStyle.of(PagePreset.NEURIPS))) {
            List<PDFont> fonts = fonts(document.getPage(0).getResources());
            assertThat(fonts).isNotEmpty().allMatch(PDFont::isEmbedded);
            assertThat(fonts).allMatch(font -> font.getName().matches("[A-Z]{6}\\+Roboto.*"));
        }
    }

    @Test
    void wordsCanBeSearchedAndCopied() throws Exception {
        try (PDDocument document = write(ExampleSheets.density(), PageStyle.of(PagePreset.NEURIPS))) {
            String text = new PDFTextStripper().getText(document);
            // the stripper breaks the line that reads upwards
            assertThat(text.replaceAll("\\R", "")).contains("density ρ(λ)");
            assertThat(text).contains("Layer fc2", "HTMP", "slope −1.00", "κ = 1.78 [1.35, 2.30]");
        }
    }

    @Test
    void titleWiderThanThePageIsSetSmallerAndKeptWhole() throws Exception {
        try (PDDocument document = write(ExampleSheets.inset(), PageStyle.of(PagePreset.IEEE))) {
            List<TextPosition> letters = new ArrayList<>();
            PDFTextStripper stripper = new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition text) {
                    letters.add(text);
                    super.processTextPosition(text);
                }
            };
            String title = ExampleSheets.inset().panels().get(0).chart().title();
            assertThat(stripper.getText(document)).contains(title);
            double width = document.getPage(0).getMediaBox().getWidth();
            assertThat(letters).allMatch(letter -> letter.getX() >= 0 && letter.getX() + letter.getWidth() <= width);
        }
    }

    @Test
    void holdsTheSessionAndADescription() throws Exception {
        try (PDDocument document = write(ExampleSheets.estimates(), PageStyle.of(PagePreset.IEEE))) {
            assertThat(document.getDocumentInformation().getSubject()).isEqualTo("Some words.");
            assertThat(document.getDocumentInformation().getCOSObject().getString(PdfWriter.SESSION))
                    .isEqualTo("{\"κ\":1}");
        }
    }

    private static PDDocument write(Sheet sheet, PageStyle style) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Attachment attachment = new Attachment("A title", "Some words.", Optional.of("{\"κ\":1}"));
        FigureWriter.write(sheet, style, attachment, FigureFormat.PDF, out);
        return Loader.loadPDF(out.toByteArray());
    }

    private static List<PDFont> fonts(PDResources resources) throws Exception {
        List<PDFont> fonts = new ArrayList<>();
        for (COSName name : resources.getFontNames()) {
            fonts.add(resources.getFont(name));
        }
        for (COSName name : resources.getXObjectNames()) {
            PDXObject object = resources.getXObject(name);
            if (object instanceof PDFormXObject form) {
                fonts.addAll(fonts(form.getResources()));
            }
        }
        return fonts;
    }
}
