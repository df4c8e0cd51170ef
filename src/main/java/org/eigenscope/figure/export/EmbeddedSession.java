package org.eigenscope.figure.export;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.eigenscope.figure.export.page.FigureFormat;
import org.eigenscope.figure.export.tex.PgfWriter;
import org.eigenscope.figure.export.write.PdfWriter;
import org.eigenscope.figure.export.write.PngWriter;
import org.eigenscope.figure.export.write.SvgWriter;

/**
 * Finds the session in an exported figure. Figures may come from strangers, so all sizes and formats in them are
 * checked.
 */
public final class EmbeddedSession {
    /** The length of the largest file that is searched, in bytes. */
    private static final long LONGEST = 256L << 20;

    /** PDF files are looked through in memory. */
    private static final long LONGEST_PDF = 64L << 20;

    private static final int LONGEST_SESSION = 4 << 20;
    private static final int CHUNK_TYPE = 4;
    /** The most chunks of a PNG; pixels come in chunks of thousands of bytes. */
    private static final int MOST_CHUNKS = 100_000;

    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] PDF_SIGNATURE = {'%', 'P', 'D', 'F', '-'};
    /** The part of a LaTeX file that is searched, in bytes; the session is in the first lines. */
    private static final int LONGEST_START = LONGEST_SESSION + (1 << 16);

    private static final int MOST_LINES = 16;

    /** Kept in a field, because a logger without a reference may be collected and loses its level. */
    private static final Logger PDFBOX = Logger.getLogger("org.apache.pdfbox");

    static {
        // PDFBox logs every fault of a damaged file; what matters becomes a sentence for the user
        PDFBOX.setLevel(Level.OFF);
    }

    private EmbeddedSession() {}

    /**
     * The text of the session in a figure.
     *
     * @param format what the figure is
     * @return empty if there is none
     * @throws IOException if the file cannot be read or is damaged; its message goes on from "the file cannot be read: "
     */
    public static Optional<String> in(Path file, FigureFormat format) throws IOException {
        long size = Files.size(file);
        if (size > LONGEST) {
            throw new IOException("with " + size + " bytes it is too long for a figure of Eigenscope");
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
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            requireSignature(in, PDF_SIGNATURE, "PDF");
        }
        try {
            if (Files.size(file) > LONGEST_PDF) {
                throw new IOException("it is too long for a figure of Eigenscope");
            }
            bytes = Files.readAllBytes(file);
            PdfBudget.require(bytes);
        } catch (OutOfMemoryError full) {
            throw new IOException("there is not enough memory to look into it", full);
        }
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return Optional.ofNullable(
                    document.getDocumentInformation().getCOSObject().getString(PdfWriter.SESSION));
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError damaged) {
            // its parser fails in many ways: of its own, over a cast, over objects nested without end or said to be
            // endless
            throw new IOException("it is a damaged PDF", damaged);
        }
    }

    private static Optional<String> inSvg(Path file) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // characters, as the XML reader prints a line of its own about bytes that are none
        try (Reader in = new BoundedMarkup(Files.newBufferedReader(file, StandardCharsets.UTF_8), LONGEST_SESSION)) {
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
        } catch (XMLStreamException | RuntimeException | OutOfMemoryError damaged) {
            throw new IOException("it is no SVG, or a damaged one", damaged);
        }
    }

    private static void requireSignature(InputStream in, byte[] signature, String name) throws IOException {
        if (!Arrays.equals(in.readNBytes(signature.length), signature)) {
            throw new IOException("it is no " + name);
        }
    }

    private static Optional<String> inPng(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            requireSignature(in, PNG_SIGNATURE, "PNG");
            for (int chunk = 0; chunk < MOST_CHUNKS; chunk++) {
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
            throw new IOException("it is no figure of Eigenscope, as it is in more than " + MOST_CHUNKS + " pieces");
        } catch (EOFException damaged) {
            throw new IOException("it is a damaged PNG", damaged);
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

    /** The start may be anything: only the line that is wanted has to be text. */
    private static Optional<String> inTex(Path file) throws IOException {
        String start;
        try (InputStream in = Files.newInputStream(file)) {
            start = new String(in.readNBytes(LONGEST_START), StandardCharsets.ISO_8859_1);
        }
        Optional<String> line = start.lines()
                .limit(MOST_LINES)
                .filter(text -> text.startsWith(PgfWriter.SESSION_COMMENT))
                .findFirst();
        return line.isEmpty() ? Optional.empty() : Optional.of(decoded(line.get()));
    }

    private static String decoded(String line) throws IOException {
        byte[] session = line.substring(PgfWriter.SESSION_COMMENT.length()).getBytes(StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(session))
                    .toString();
        } catch (CharacterCodingException damaged) {
            throw new IOException("its session is damaged", damaged);
        }
    }
}
