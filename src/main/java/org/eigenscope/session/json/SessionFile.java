package org.eigenscope.session.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.figure.export.EmbeddedSession;
import org.eigenscope.figure.export.page.FigureFormat;
import org.eigenscope.figure.export.write.SafeFile;
import org.eigenscope.session.Session;
import org.eigenscope.session.StudyFigure;
import org.eigenscope.session.input.SessionInputs;

/** Sessions in files of their own, and in the figures drawn from them. */
public final class SessionFile {
    /** How session files end. */
    public static final String EXTENSION = ".eigenscope";

    private SessionFile() {}

    /**
     * Reads a session file, or the session in a figure.
     *
     * @throws BadInputException if the file cannot be read, holds no session, or one that this version does not understand
     */
    public static Session read(Path file) throws BadInputException {
        return read(file, text -> new SessionJson().read(text));
    }

    /**
     * Reads the figure of a study that a file or picture holds; empty if it holds something else.
     *
     * @throws BadInputException if the file cannot be read, or holds nothing that this version understands
     */
    public static Optional<StudyFigure> readStudyFigure(Path file) throws BadInputException {
        return read(file, text -> new SessionJson().readStudyFigure(text));
    }

    /** Understands a text. */
    @FunctionalInterface
    interface Parser<T> {
        T parse(String text) throws BadInputException;
    }

    static <T> T read(Path file, Parser<T> parser) throws BadInputException {
        if (Files.isDirectory(file)) {
            throw new BadInputException(file + " is a folder, not a session.");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new BadInputException(file + " is a device or a pipe, not a session.");
        }
        try {
            if (Files.exists(file) && Files.size(file) == 0) {
                throw new BadInputException(file + " is empty.");
            }
            return parsed(text(file), file, parser);
        } catch (NoSuchFileException missing) {
            throw new BadInputException(file + " does not exist.", missing);
        } catch (IOException unreadable) {
            throw new BadInputException(file + " cannot be read as a session: " + reason(unreadable) + ".", unreadable);
        }
    }

    private static String reason(IOException unreadable) {
        if (unreadable instanceof AccessDeniedException) {
            return "you may not read it";
        }
        if (unreadable instanceof CharacterCodingException) {
            return "it is no text in UTF-8";
        }
        String words =
                unreadable instanceof FileSystemException refused ? refused.getReason() : unreadable.getMessage();
        return words == null ? "reading failed" : words;
    }

    private static <T> T parsed(String text, Path file, Parser<T> parser) throws BadInputException {
        try {
            return parser.parse(text);
        } catch (BadInputException damaged) {
            String sentence = damaged.getMessage();
            throw new BadInputException(
                    file + " cannot be opened, as " + Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1),
                    damaged);
        }
    }

    private static String text(Path file) throws IOException, BadInputException {
        Optional<FigureFormat> picture = picture(file);
        if (picture.isPresent()) {
            return EmbeddedSession.in(file, picture.get())
                    .orElseThrow(() -> new BadInputException(
                            file + " holds no session; only figures made by Eigenscope carry one."));
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(SessionJson.LONGEST + 1);
            if (bytes.length > SessionJson.LONGEST) {
                throw new BadInputException(
                        file + " is too long for a session, which has at most " + SessionJson.LONGEST + " bytes.");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        }
    }

    /** Whether files of such a name are sessions, or figures that may carry one; no matrix is in such files. */
    public static boolean isMeantBy(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(EXTENSION)
                || picture(file).isPresent();
    }

    private static Optional<FigureFormat> picture(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        for (FigureFormat format : FigureFormat.values()) {
            if (format.isPicture() && name.endsWith("." + format.extension())) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /**
     * Writes a session file, whole or not at all.
     *
     * @throws EigenscopeException if it cannot be written, or is one of the session's inputs
     */
    public static void write(Path file, Session session) throws EigenscopeException {
        SessionInputs.requireNoneIs(file, session);
        byte[] text = (new SessionJson().write(session) + "\n").getBytes(StandardCharsets.UTF_8);
        SafeFile.write(file, out -> out.write(text));
    }
}
