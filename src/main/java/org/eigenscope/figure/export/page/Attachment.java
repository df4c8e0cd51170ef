package org.eigenscope.figure.export.page;

import java.util.Objects;
import java.util.Optional;

/**
 * Texts that a file holds in addition to the picture.
 *
 * @param title names it
 * @param description what it shows, in words
 * @param session the text of the session that draws it again
 */
public record Attachment(String title, String description, Optional<String> session) {
    /** An attachment without title, description and session. */
    public static final Attachment NONE = new Attachment("", "", Optional.empty());

    public Attachment {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(session, "session");
    }
}
