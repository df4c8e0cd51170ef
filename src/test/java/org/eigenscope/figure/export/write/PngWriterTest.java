package org.eigenscope.figure.export.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.eigenscope.error.BadInputException;
import org.eigenscope.figure.export.ExampleSheets;
import org.eigenscope.figure.export.FigureWriter;
import org.eigenscope.figure.export.layout.Frame;
import org.eigenscope.figure.export.layout.PanelLayout;
import org.eigenscope.figure.export.layout.SheetLayout;
import org.eigenscope.figure.export.page.Attachment;
import org.eigenscope.figure.export.page.FigureFormat;
import org.eigenscope.figure.export.page.PagePreset;
import org.eigenscope.figure.export.page.PageStyle;
import org.eigenscope.figure.export.type.Typefaces;
import org.eigenscope.figure.export.type.Typesetter;
import org.eigenscope.figure.style.Theme;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;

class PngWriterTest {
    private static final PageStyle STYLE = PageStyle.of(PagePreset.ICML).withDpi(144);
    private static final double PIXELS_PER_POINT = 2;
    /** Half the width of the line and the blur of its edges. */
    private static final double PIXEL_TOLERANCE = 1.5;

    @Test
    void hasItsSizeInInchesAndInPixels() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FigureWriter.write(ExampleSheets.density(), STYLE, Attachment.NONE, FigureFormat.PNG, out);
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            reader.setInput(in);
            assertThat(reader.getWidth(0)).isEqualTo(468);
            assertThat(reader.getHeight(0)).isEqualTo(351);
            NodeList size = ((org.w3c.dom.Element) reader.getImageMetadata(0).getAsTree(PngWriter.METADATA_FORMAT))
                    .getElementsByTagName("pHYs");
            assertThat(size.item(0)
                            .getAttributes()
                            .getNamedItem("pixelsPerUnitXAxis")
                            .getNodeValue())
                    .isEqualTo("5669");
        }
    }

    @Test
    void drawsTheCurveWhereItsAxesPutIt() throws Exception {
        BufferedImage image = PngWriter.image(ExampleSheets.density(), STYLE);
        Frame frame = frame();
        Color line = new Color(0xD5, 0x5E, 0x00);
        // on log-log axes y = 1/x; right of the guides nothing else has the colour
        for (double x : new double[] {0.15, 0.4, 3, 20}) {
            int column = (int) Math.round(frame.px(x) * PIXELS_PER_POINT);
            double expected = frame.py(1 / x) * PIXELS_PER_POINT;
            double found = IntStream.range(0, image.getHeight())
                    .filter(row -> isLike(image.getRGB(column, row), line))
                    .average()
                    .orElse(Double.NaN);
            assertThat(found).as("row of the curve at λ = " + x).isCloseTo(expected, within(PIXEL_TOLERANCE));
        }
    }

    @Test
    void leavesTheGroundClearWhenAskedTo() throws Exception {
        PageStyle clear = STYLE.withColors(new PageStyle.Colors(Theme.LIGHT, false, true));
        assertThat(new Color(PngWriter.image(ExampleSheets.density(), clear).getRGB(0, 0), true).getAlpha())
                .isZero();
    }

    @Test
    void hasNoColourInGrey() throws Exception {
        PageStyle grey = STYLE.withColors(new PageStyle.Colors(Theme.LIGHT, true, false));
        BufferedImage image = PngWriter.image(ExampleSheets.density(), grey);
        boolean allGrey = IntStream.range(0, image.getWidth() * image.getHeight())
                .mapToObj(i -> new Color(image.getRGB(i % image.getWidth(), i / image.getWidth())))
                .allMatch(c -> c.getRed() == c.getGreen() && c.getGreen() == c.getBlue());
        assertThat(allGrey).isTrue();
    }

    @Test
    void refusesMorePixelsThanMemoryHolds() {
        PageStyle huge = STYLE.withSize(40 * 72, 40 * 72).withDpi(2400);
        assertThatThrownBy(() -> PngWriter.image(ExampleSheets.density(), huge))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("96000 × 96000 pixels is too large");
    }

    @Test
    void refusesMorePixelsThanThisMemoryHolds() throws Exception {
        PageStyle page = STYLE.withSize(72, 72).withDpi(1000);
        PngWriter.requireRoom(page, 8_000_000);
        assertThatThrownBy(() -> PngWriter.requireRoom(page, 4_000_000))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("1000 × 1000 pixels is too large");
    }

    private static Frame frame() {
        Typefaces faces = Typefaces.load();
        List<PanelLayout> panels = SheetLayout.of(ExampleSheets.density(), STYLE, new Typesetter(faces, faces))
                .panels();
        return panels.get(0).frame();
    }

    private static boolean isLike(int rgb, Color wanted) {
        Color color = new Color(rgb);
        int distance = Math.abs(color.getRed() - wanted.getRed())
                + Math.abs(color.getGreen() - wanted.getGreen())
                + Math.abs(color.getBlue() - wanted.getBlue());
        return distance < 60;
    }
}
