package org.eigenscope.session.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.session.Screen;
import org.eigenscope.session.Session;
import org.eigenscope.session.StudyFigure;
import org.eigenscope.session.StudyView;

/**
 * Sessions as JSON. Reading is strict: an unknown field, a missing one, a value out of its domain or a newer version is refused with a
 * sentence that says where. Numbers are written so that they read back the same; equal sessions give equal text.
 */
public final class SessionJson {
    static final String FORMAT = "eigenscope-session";
    static final int VERSION = 5;
    /** The longest text that is read. */
    public static final int LONGEST = 4 << 20;

    private final ObjectMapper mapper = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(32)
                            .maxStringLength(LONGEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** One line of JSON. */
    public String write(Session session) {
        ObjectNode root = mapper.createObjectNode();
        root.put("format", FORMAT);
        root.put("version", VERSION);
        new SessionTree(root).write(session);
        return text(root);
    }

    private String text(JsonNode root) {
        try {
            return mapper.writeValueAsString(root);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of plain values could not be written", impossible);
        }
    }

    /**
     * Reads a session.
     *
     * @throws BadInputException if the text is no session, or one of a newer version
     */
    public Session read(String text) throws BadInputException {
        if (text.length() > LONGEST) {
            throw new BadInputException(
                    "The session is " + text.length() + " characters long; at most " + LONGEST + " are read.");
        }
        return Fields.read("session", parse(text), fields -> {
            long version = requireFormat(fields);
            return new Session(
                    fields.objects("inputs", SessionFields::input),
                    fields.object("conventions", c -> SessionFields.conventions(c, version)),
                    fields.objects("panels", p -> SessionFields.panel(p, version)),
                    fields.object("look", l -> SessionFields.look(l, version)),
                    fields.object("page", SessionFields::page),
                    version < 3 ? Screen.DEFAULT : fields.object("screen", s -> SessionFields.screen(s, version)));
        });
    }

    /**
     * Reads a figure of a study; empty if the text is of something else.
     *
     * @throws BadInputException if the text is no JSON, or a figure of a study that this version does not understand
     */
    Optional<StudyFigure> readStudyFigure(String text) throws BadInputException {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        JsonNode tree = parse(text);
        return StudyFigureJson.isMeantBy(tree) ? Optional.of(StudyFigureJson.read(tree)) : Optional.empty();
    }

    /**
     * Reads the view of a study.
     *
     * @throws BadInputException if the text is no JSON, or no such view
     */
    StudyView readStudyView(String text) throws BadInputException {
        return Fields.read("study", parse(text), SessionFields::study);
    }

    private static long requireFormat(Fields fields) throws BadInputException {
        String format = fields.text("format");
        if (format.equals(StudyFigureJson.FORMAT)) {
            throw new BadInputException("It is a figure of a study, which 'eigenscope figure --session' draws again.");
        }
        if (!format.equals(FORMAT)) {
            throw new BadInputException("This is no session of Eigenscope: its format is \"" + format + "\".");
        }
        long version = fields.integer("version");
        if (version < 1 || version > VERSION) {
            throw new BadInputException(
                    "The session is of version " + version + "; this Eigenscope reads versions 1 to " + VERSION
                            + (version > VERSION ? ", a newer Eigenscope is needed." : "."));
        }
        return version;
    }

    private JsonNode parse(String text) throws BadInputException {
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new BadInputException("The session is damaged: it is not JSON.", malformed);
        }
    }

    /** The fits of a session, with their evidence, as indented JSON for other programs. */
    public String writeFits(Session session, List<String> captions) {
        ObjectNode root = mapper.createObjectNode();
        captions.forEach(root.putArray("captions")::add);
        SessionTree tree = new SessionTree(root);
        tree.writeFits(session);
        root.set("session", parseOwn(write(session)));
        return root.toPrettyString() + "\n";
    }

    private JsonNode parseOwn(String json) {
        try {
            return mapper.readTree(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("our own JSON could not be read", impossible);
        }
    }
}
