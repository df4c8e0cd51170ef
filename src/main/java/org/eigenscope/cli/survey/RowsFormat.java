package org.eigenscope.cli.survey;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.eigenscope.cli.option.Choices;

/** How rows are written. */
enum RowsFormat {
    CSV("csv"),
    /** One object a line. */
    JSON_LINES("jsonl"),
    /** An array. */
    JSON("json");

    private final String id;

    RowsFormat(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    /** The format that a file's name asks for. */
    static Optional<RowsFormat> ofName(String file) {
        String lower = file.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> lower.endsWith("." + format.id))
                .findFirst();
    }

    /** Names on the command line. */
    static final class Names extends Choices<RowsFormat> {
        Names() {
            super(values(), RowsFormat::id);
        }
    }
}
