package org.eigenscope.io.kit;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Words for what went wrong with a file, since exception messages are often just its name. */
public final class IoFailures {
    private IoFailures() {}

    /** Why the file could not be read, as the end of a sentence. */
    public static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "it no longer exists";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        String message = failure.getMessage();
        if (message != null && !message.isBlank()) {
            return message;
        }
        return failure instanceof EOFException ? "it ends too early" : "reading failed";
    }
}
