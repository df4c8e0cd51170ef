package org.eigenscope.figure.export.write;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.awt.Font;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.eigenscope.figure.Sheet;
import org.eigenscope.figure.export.page.Attachment;
import org.eigenscope.figure.export.page.PageStyle;
import org.eigenscope.figure.export.paint.SheetPainter;
import org.eigenscope.figure.export.type.Typefaces;

/** Writes a sheet as one page of PDF: words as text in embedded, subset fonts, formulas as outlines. */
public final class PdfWriter {
    /** The entry of the document's information that holds the session. */
    public static final COSName SESSION = COSName.getPDFName("EigenscopeSession");

    private PdfWriter() {}

    /** Writes a sheet as a PDF page of exactly the style's size; the caller closes the stream. */
    public static void write(Sheet sheet, PageStyle style, Attachment attachment, OutputStream out) throws IOException {
        try (PDDocument document = new PDDocument();
                PdfBoxGraphics2DFontTextDrawer fonts = new PdfBoxGraphics2DFontTextDrawer()) {
            Typefaces faces = Typefaces.load();
            embed(document, fonts, faces);
            PDPage page = new PDPage(new PDRectangle((float) style.width(), (float) style.height()));
            document.addPage(page);
            PdfBoxGraphics2D g = new PdfBoxGraphics2D(document, (float) style.width(), (float) style.height());
            g.setFontTextDrawer(fonts);
            new SheetPainter(sheet, style).paint(g);
            g.dispose();
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawForm(g.getXFormObject());
            }
            describe(document.getDocumentInformation(), attachment);
            document.save(out);
        }
    }

    private static void embed(PDDocument document, PdfBoxGraphics2DFontTextDrawer fonts, Typefaces faces)
            throws IOException {
        List<Font> all = faces.all();
        for (int i = 0; i < all.size(); i++) {
            try (InputStream file = Typefaces.open(Typefaces.names().get(i))) {
                fonts.registerFont(all.get(i).getFontName(), PDType0Font.load(document, file));
            }
        }
    }

    private static void describe(PDDocumentInformation information, Attachment attachment) {
        information.setCreator("Eigenscope");
        information.setTitle(attachment.title());
        information.setSubject(attachment.description());
        attachment.session().ifPresent(session -> information.getCOSObject().setString(SESSION, session));
    }
}
