package org.eigenscope.study.plot;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eigenscope.figure.PointSeries;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyRow;

/**
 * A row in a plot.
 *
 * @param row the row
 * @param other the row that it is compared with, if any
 * @param group its group
 * @param point its numbers in the plot
 */
public record PlottedRow(StudyRow row, Optional<StudyRow> other, String group, PointSeries.Point point) {
    private static final int DIGITS = 12;

    public PlottedRow {
        Objects.requireNonNull(row, "row");
        Objects.requireNonNull(other, "other");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(point, "point");
    }

    /** A row alone. */
    static PlottedRow of(StudyRow row, String group, PointSeries.Point point) {
        return new PlottedRow(row, Optional.empty(), group, point);
    }

    /** Twelve hexadecimal digits of a digest of what it is of and what is shown of it. */
    public String digest() {
        StringBuilder text = new StringBuilder(group);
        identity(row).forEach(part -> text.append('\n').append(part));
        other.ifPresent(
                second -> identity(second).forEach(part -> text.append('\n').append(part)));
        for (double number : numbers()) {
            text.append('\n').append(number);
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** Source, tensor, content, convention and options. */
    static List<String> identity(StudyRow row) {
        return List.of(
                row.cells().text(Column.SOURCE),
                row.cells().text(Column.TENSOR),
                row.key().content(),
                row.key().convention(),
                row.key().options());
    }

    /** Abscissa and ordinate, each with the ends of its interval. */
    List<Double> numbers() {
        return List.of(point.x(), point.left(), point.right(), point.y(), point.lower(), point.upper());
    }
}
