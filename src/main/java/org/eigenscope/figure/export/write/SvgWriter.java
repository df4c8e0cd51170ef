package org.eigenscope.figure.export.write;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.eigenscope.figure.Sheet;
import org.eigenscope.figure.export.page.Attachment;
import org.eigenscope.figure.export.page.PageStyle;
import org.eigenscope.figure.export.paint.SheetPainter;
import org.eigenscope.figure.export.type.RichText;
import org.eigenscope.figure.export.type.WebFonts;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Writes a sheet as SVG. Words are text, formulas outlines. The letters that occur are embedded as a web font, which browsers
 * use; programs that ignore it need Roboto installed or take another sans-serif. The same sheet gives the same bytes.
 */
public final class SvgWriter {
    /** The id of the element that holds the session. */
    public static final String SESSION_ID = "eigenscope-session";

    private static final String NAMESPACE = "http://www.w3.org/2000/svg";
    /** Decimals of coordinates: a thousandth of a point is finer than any printer. */
    private static final int DECIMALS = 3;

    private SvgWriter() {}

    /** Writes a sheet as an SVG of exactly the style's size; the caller closes the stream. */
    public static void write(Sheet sheet, PageStyle style, Attachment attachment, OutputStream out) throws IOException {
        Document document = document();
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment(" Eigenscope ");
        context.setPrecision(DECIMALS);
        SVGGraphics2D g = new SVGGraphics2D(context, false);
        new SheetPainter(sheet, style).paintNamed(g);
        Element root = g.getRoot();
        root.setAttribute("width", PageStyle.points(style.width()) + "pt");
        root.setAttribute("height", PageStyle.points(style.height()) + "pt");
        root.setAttribute("viewBox", "0 0 " + PageStyle.points(style.width()) + " " + PageStyle.points(style.height()));
        root.setAttribute("role", "img");
        WebFonts.embed(document, root);
        WebFonts.nameSubstitutes(root);
        describe(document, root, attachment);
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        g.stream(root, writer, false, false);
        writer.flush();
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(NAMESPACE, "svg", null);
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("the JDK has no XML", impossible);
        }
    }

    /** Title, description and session come first, as SVG wants them. */
    private static void describe(Document document, Element root, Attachment attachment) {
        attachment.session().ifPresent(session -> {
            Element metadata = document.createElementNS(NAMESPACE, "metadata");
            metadata.setAttribute("id", SESSION_ID);
            metadata.appendChild(document.createTextNode(session));
            root.insertBefore(metadata, root.getFirstChild());
        });
        prepend(document, root, "desc", attachment.description());
        prepend(document, root, "title", attachment.title());
    }

    private static void prepend(Document document, Element root, String name, String text) {
        if (!text.isEmpty()) {
            Element element = document.createElementNS(NAMESPACE, name);
            element.appendChild(document.createTextNode(RichText.printable(text)));
            root.insertBefore(element, root.getFirstChild());
        }
    }
}
