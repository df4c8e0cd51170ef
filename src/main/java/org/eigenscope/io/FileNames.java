package org.eigenscope.io;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Names of files that are not text in this system's encoding. On Linux a name is bytes: those of an old archive may not be UTF-8,
 * and in the locale C a name with an umlaut is not ASCII. Java shows what it cannot read as U+FFFD and finds no file of that name.
 */
public final class FileNames {
    private static final char UNREADABLE = '\uFFFD';

    private FileNames() {}

    /** Whether the text of a path leads back to it. */
    public static boolean isText(Path path) {
        try {
            return path.getFileSystem().getPath(path.toString()).equals(path);
        } catch (InvalidPathException notInThisEncoding) {
            return false;
        }
    }

    /** Whether a name that was typed has something in it that could not be read. */
    public static boolean holdsUnreadable(String name) {
        return name.indexOf(UNREADABLE) >= 0;
    }

    /** The encoding of names, such as {@code UTF-8}; {@code ANSI_X3.4-1968} is ASCII. */
    public static String encoding() {
        return System.getProperty("sun.jnu.encoding", "this system's encoding");
    }

    /** What to do, for the end of a message. */
    public static String advice() {
        return encoding().equals("UTF-8")
                ? "rename it"
                : "set LC_ALL to a locale with UTF-8, such as C.UTF-8, or rename it";
    }
}
