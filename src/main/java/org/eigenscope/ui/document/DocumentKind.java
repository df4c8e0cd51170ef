package org.eigenscope.ui.document;

import java.nio.file.Files;
import java.util.Locale;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.session.json.SessionFile;

/** What a file or folder is opened as. */
public enum DocumentKind {
    /** A matrix file, or a folder with matrix files; the library lists it. */
    MATRICES,
    /** A session file, or a figure that may carry a session; the window is restored from it. */
    SESSION,
    /** The file of a study; the Models tab shows it. */
    STUDY;

    private static final String STUDY_ENDING = ".eigenstudy";

    /**
     * Decides by the name of the file. A folder is never a session or a study, nor is a file in which a tensor is named; what is in
     * the file is read later, in the background.
     */
    public static DocumentKind of(MatrixTarget target) {
        boolean study = target.name().isEmpty()
                && target.file().toString().toLowerCase(Locale.ROOT).endsWith(STUDY_ENDING)
                && !Files.isDirectory(target.file());
        if (study) {
            return STUDY;
        }
        boolean session = target.name().isEmpty()
                && SessionFile.isMeantBy(target.file())
                // asked last: only a name that could be a session's costs a look at the disk
                && !Files.isDirectory(target.file());
        return session ? SESSION : MATRICES;
    }
}
