package org.eigenscope.io.kit;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.eigenscope.io.MatrixReader.Recognition;

/** What a file's name tells. */
public final class FileNames {
    private FileNames() {}

    /** The last part of a path, as messages name the file. */
    public static String last(Path path) {
        Path last = path.getFileName();
        return last == null ? path.toString() : last.toString();
    }

    /** The part after the last dot in lower case, empty if there is none. */
    public static String extension(Path path) {
        String name = last(path);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** Whether the name has one of the extensions. */
    public static Recognition recognise(Path path, String... extensions) {
        return Set.of(extensions).contains(extension(path)) ? Recognition.BY_NAME : Recognition.NO;
    }
}
