package org.eigenscope.figure.export;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Finds the session in an exported figure. Figures may come from anywhere, so nothing in them is believed. */
public final class EmbeddedSession {
    /** The longest file that is looked into. */
    private static final long LONGEST = 256L << 20;

    private static final int LONGEST_SESSION = 4 << 20;
    private static final int CHUNK_TYPE = 4;

    private EmbeddedSession() {}

    /**
     * The text of the session in a figure.
     *
     * @param format what the figure is
     * @return empty if there is none
     * @throws IOException if the file cannot be read or is damaged
     */
    public static Optional<String> in(Path file, FigureFormat format) throws IOException {
        if (Files.size(file) > LONGEST) {
            return Optional.empty();
        }
        return switch (format) {
            case PDF -> inPdf(file);
            case SVG -> inSvg(file);
            case PNG -> inPng(file);
            case TEX -> inTex(file);
            default -> Optional.empty();
        };
    }

    private static Optional<String> inPdf(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            return Optional.ofNullable(
                    document.getDocumentInformation().getCOSObject().getString(PdfWriter.SESSION));
        }
    }

    private static Optional<String> inSvg(Path file) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            while (reader.hasNext()) {
                boolean metadata = reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("metadata")
                        && SvgWriter.SESSION_ID.equals(reader.getAttributeValue(null, "id"));
                if (metadata) {
                    return Optional.of(reader.getElementText());
                }
            }
            return Optional.empty();
        } catch (XMLStreamException damaged) {
            throw new IOException("it is no well-formed SVG", damaged);
        }
    }

    private static Optional<String> inPng(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            in.skipNBytes(8);
            while (true) {
                long length = Integer.toUnsignedLong(in.readInt());
                String type = new String(in.readNBytes(CHUNK_TYPE), StandardCharsets.US_ASCII);
                if (type.equals("IEND")) {
                    return Optional.empty();
                }
                if (type.equals("iTXt") && length <= LONGEST_SESSION) {
                    Optional<String> session = text(in.readNBytes((int) length));
                    if (session.isPresent()) {
                        return session;
                    }
                } else {
                    in.skipNBytes(length);
                }
                in.skipNBytes(4);
            }
        }
    }

    /** The text of an uncompressed iTXt chunk of ours: keyword, two flags, language, translated keyword, text. */
    private static Optional<String> text(byte[] chunk) {
        String keyword = PngWriter.SESSION_KEYWORD;
        int at = keyword.length();
        boolean ours = chunk.length > at + 3
                && new String(chunk, 0, at, StandardCharsets.ISO_8859_1).equals(keyword)
                && chunk[at] == 0
                && chunk[at + 1] == 0;
        if (!ours) {
            return Optional.empty();
        }
        int start = at + 3;
        for (int field = 0; field < 2; field++) {
            while (start < chunk.length && chunk[start] != 0) {
                start++;
            }
            start++;
        }
        return start > chunk.length
                ? Optional.empty()
                : Optional.of(new String(chunk, start, chunk.length - start, StandardCharsets.UTF_8));
    }

    private static Optional<String> inTex(Path file) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return reader.lines()
                    .limit(16)
                    .filter(line -> line.startsWith(PgfWriter.SESSION_COMMENT))
                    .map(line -> line.substring(PgfWriter.SESSION_COMMENT.length()))
                    .findFirst();
        }
    }
}
