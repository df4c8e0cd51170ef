package org.eigenscope.session.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.figure.export.write.SafeFile;
import org.eigenscope.session.StudyView;

/** The view of a study in a file of its own, for windows that show no spectrum and so have no session. */
public final class StudyViewFile {
    private StudyViewFile() {}

    /**
     * Writes a view, whole or not at all.
     *
     * @throws EigenscopeException if the file cannot be written
     */
    public static void write(Path file, StudyView study) throws EigenscopeException {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        SessionTree.write(study, root);
        byte[] text = (root + "\n").getBytes(StandardCharsets.UTF_8);
        SafeFile.write(file, out -> out.write(text));
    }

    /**
     * Reads a view.
     *
     * @throws BadInputException if the file cannot be read, or holds no view of a study
     */
    public static StudyView read(Path file) throws BadInputException {
        return SessionFile.read(file, text -> new SessionJson().readStudyView(text));
    }
}
