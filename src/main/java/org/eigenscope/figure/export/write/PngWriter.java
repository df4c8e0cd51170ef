package org.eigenscope.figure.export.write;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.eigenscope.error.BadInputException;
import org.eigenscope.figure.Sheet;
import org.eigenscope.figure.export.page.Attachment;
import org.eigenscope.figure.export.page.PageStyle;
import org.eigenscope.figure.export.paint.SheetPainter;

/** Writes a sheet as a PNG that states its resolution. */
public final class PngWriter {
    /** The keyword of the text chunk that holds the session. */
    public static final String SESSION_KEYWORD = "eigenscope-session";

    static final String METADATA_FORMAT = "javax_imageio_png_1.0";

    private static final double METRE = 39.37007874015748;

    private static final int BYTES_A_PIXEL = 4;
    /** The largest share of the memory that a picture may take, beside the spectra and the encoded file. */
    private static final double SHARE = 0.6;

    private PngWriter() {}

    public static void write(Sheet sheet, PageStyle style, Attachment attachment, OutputStream out)
            throws IOException, BadInputException {
        BufferedImage image = image(sheet, style);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            IIOMetadata metadata =
                    writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), parameters);
            metadata.mergeTree(METADATA_FORMAT, describe(style, attachment));
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, metadata), parameters);
        } catch (IIOInvalidTreeException bug) {
            throw new IllegalStateException("PNG metadata refused", bug);
        } finally {
            writer.dispose();
        }
    }

    /**
     * Refuses more pixels than there may be, or than memory holds.
     *
     * @param memory that the process may have at most, in bytes
     */
    public static void requireRoom(PageStyle style, long memory) throws BadInputException {
        long width = pixels(style.width(), style);
        long height = pixels(style.height(), style);
        if (width * height > Math.min(PageStyle.MOST_PIXELS, (long) (memory * SHARE / BYTES_A_PIXEL))) {
            throw new BadInputException("A picture of " + width + " × " + height
                    + " pixels is too large; choose fewer dots per inch, a smaller size, or PDF or SVG.");
        }
    }

    private static long pixels(double points, PageStyle style) {
        return Math.round(points * style.dpi() / PageStyle.INCH);
    }

    /** The picture, dpi/72 pixels to a point. */
    static BufferedImage image(Sheet sheet, PageStyle style) throws BadInputException {
        requireRoom(style, Runtime.getRuntime().maxMemory());
        long width = pixels(style.width(), style);
        long height = pixels(style.height(), style);
        int type = style.colors().transparent() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        BufferedImage image = new BufferedImage((int) width, (int) height, type);
        Graphics2D g = image.createGraphics();
        g.scale(width / style.width(), height / style.height());
        new SheetPainter(sheet, style).paint(g);
        g.dispose();
        return image;
    }

    private static IIOMetadataNode describe(PageStyle style, Attachment attachment) {
        IIOMetadataNode root = new IIOMetadataNode(METADATA_FORMAT);
        String perMetre = Long.toString(Math.round(style.dpi() * METRE));
        IIOMetadataNode size = new IIOMetadataNode("pHYs");
        size.setAttribute("pixelsPerUnitXAxis", perMetre);
        size.setAttribute("pixelsPerUnitYAxis", perMetre);
        size.setAttribute("unitSpecifier", "meter");
        root.appendChild(size);
        IIOMetadataNode texts = new IIOMetadataNode("iTXt");
        addText(texts, "Software", "Eigenscope");
        addText(texts, "Title", attachment.title());
        addText(texts, "Description", attachment.description());
        attachment.session().ifPresent(session -> addText(texts, SESSION_KEYWORD, session));
        root.appendChild(texts);
        return root;
    }

    private static void addText(IIOMetadataNode texts, String keyword, String text) {
        if (!text.isEmpty()) {
            IIOMetadataNode entry = new IIOMetadataNode("iTXtEntry");
            entry.setAttribute("keyword", keyword);
            entry.setAttribute("compressionFlag", "FALSE");
            entry.setAttribute("compressionMethod", "0");
            entry.setAttribute("languageTag", "en");
            entry.setAttribute("translatedKeyword", keyword);
            entry.setAttribute("text", text);
            texts.appendChild(entry);
        }
    }
}
