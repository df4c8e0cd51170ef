package org.eigenscope.study.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import org.eigenscope.error.BadInputException;

/** Turns what SQLite reports into sentences. */
final class StoreFailure {
    private static final int PRIMARY_CODE = 0xff;

    private StoreFailure() {}

    /** The failure of a study. */
    static BadInputException of(String study, SQLException failure) {
        String sentence = switch (failure.getErrorCode() & PRIMARY_CODE) {
            case 5, 6 -> "The study " + study + " is being written by another program; try again when it has ended.";
            case 8 -> "The study " + study + " cannot be written: it or its folder is read-only.";
            case 10 ->
                "The study " + study
                        + " could not be read or written: the disk reports an error or is full. What is computed"
                        + " already is kept; make room and run the same command again.";
            case 11, 26 -> "The study " + study + " is damaged; make it anew, or restore a copy of it.";
            case 13 ->
                "The disk that the study " + study
                        + " is on is full. What is computed already is kept; make room and run the"
                        + " same command again.";
            case 14 -> "The study " + study + " cannot be opened: its folder is missing or not to be written to.";
            case 18 -> "The study " + study + " holds something larger than a study can.";
            default ->
                "The study " + study + " could not be used: "
                        + String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT) + ".";
        };
        return new BadInputException(sentence, failure);
    }

    /** A file that is no study, or not one of this version. */
    static BadInputException foreign(Path file, String reason) {
        return new BadInputException(file + " " + reason + ".");
    }
}
