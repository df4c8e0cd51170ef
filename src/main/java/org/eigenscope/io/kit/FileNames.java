package org.eigenscope.io.kit;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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

    /** Whether the name has one of the endings, which are written in lower case and without the dot before them. */
    public static Recognition recognise(Path path, List<String> endings) {
        String name = last(path).toLowerCase(Locale.ROOT);
        boolean known = endings.stream().anyMatch(ending -> name.endsWith("." + ending));
        return known ? Recognition.BY_NAME : Recognition.NO;
    }
}
