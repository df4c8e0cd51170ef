package org.eigenscope.figure.export.type;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Puts the letters that an SVG uses into it, as a style sheet of subset fonts. */
public final class WebFonts {
    /** The faces by the style and weight that {@link Typefaces#named} gives them. */
    private enum Face {
        REGULAR("Regular", "normal", "normal"),
        ITALIC("Italic", "italic", "normal"),
        MEDIUM("Medium", "normal", "bold");

        private final String file;
        private final String style;
        private final String weight;

        Face(String file, String style, String weight) {
            this.file = file;
            this.style = style;
            this.weight = weight;
        }
    }

    /**
     * The font tables that are needed to show letters. Kerning and ligatures, which Java 2D does not use either, are
     * the larger part of a font and are left out.
     */
    private static final List<String> TABLES = List.of(
            "head", "hhea", "loca", "maxp", "cvt ", "prep", "glyf", "hmtx", "fpgm", "OS/2", "cmap", "name", "post");

    private WebFonts() {}

    public static void embed(Document document, Element root) throws IOException {
        StringBuilder rules = new StringBuilder();
        for (Face face : Face.values()) {
            NavigableSet<Integer> letters = new TreeSet<>();
            collect(root, "normal", "normal", face, letters);
            if (!letters.isEmpty()) {
                rules.append("@font-face{font-family:'Roboto';font-style:")
                        .append(face.style)
                        .append(";font-weight:")
                        .append(face.weight)
                        .append(";src:url(data:font/ttf;base64,")
                        .append(Base64.getEncoder().encodeToString(subset(face.file, letters)))
                        .append(")}");
            }
        }
        if (!rules.isEmpty()) {
            Element style = document.createElementNS(root.getNamespaceURI(), "style");
            style.setAttribute("type", "text/css");
            style.appendChild(document.createTextNode(rules.toString()));
            root.insertBefore(style, root.getFirstChild());
        }
    }

    /** Names fonts of like widths for programs that neither know web fonts nor have Roboto. */
    public static void nameSubstitutes(Node node) {
        if (node instanceof Element element
                && element.getAttribute("font-family").contains("Roboto")) {
            element.setAttribute("font-family", "Roboto, Arial, Helvetica, 'Liberation Sans', sans-serif");
        }
        NodeList children = node.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            nameSubstitutes(children.item(i));
        }
    }

    /** The letters below a node that are set in the face, which groups pass on to what they hold. */
    private static void collect(Node node, String style, String weight, Face face, NavigableSet<Integer> letters) {
        if (node.getNodeType() == Node.TEXT_NODE) {
            return;
        }
        String ownStyle = attribute(node, "font-style", style);
        String ownWeight = attribute(node, "font-weight", weight);
        if ("text".equals(node.getNodeName()) && ownStyle.equals(face.style) && ownWeight.equals(face.weight)) {
            node.getTextContent().codePoints().forEach(letters::add);
        }
        NodeList children = node.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            collect(children.item(i), ownStyle, ownWeight, face, letters);
        }
    }

    private static String attribute(Node node, String name, String inherited) {
        Node attribute =
                node.getAttributes() == null ? null : node.getAttributes().getNamedItem(name);
        return attribute == null ? inherited : attribute.getNodeValue();
    }

    private static byte[] subset(String name, NavigableSet<Integer> letters) throws IOException {
        try (InputStream file = Typefaces.open(name);
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
            TTFSubsetter subsetter = new TTFSubsetter(font, TABLES);
            letters.forEach(subsetter::add);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            subsetter.writeToStream(bytes);
            return bytes.toByteArray();
        }
    }
}
