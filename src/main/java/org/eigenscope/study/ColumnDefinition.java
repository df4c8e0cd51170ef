package org.eigenscope.study;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.eigenscope.analysis.FitReport;
import org.eigenscope.fit.Interval;
import org.eigenscope.law.family.Parameter;

/** What a column holds and where it comes from: the matrix before it is computed, or what was computed of it. */
final class ColumnDefinition {
    private final ColumnType type;
    private final String unit;
    private final String meaning;
    private final Function<StudyMatrix, Object> ofMatrix;
    private final Function<Measurement, Object> ofMeasurement;

    private ColumnDefinition(
            ColumnType type,
            String unit,
            String meaning,
            Function<StudyMatrix, Object> ofMatrix,
            Function<Measurement, Object> ofMeasurement) {
        this.type = type;
        this.unit = unit;
        this.meaning = meaning;
        this.ofMatrix = ofMatrix;
        this.ofMeasurement = ofMeasurement;
    }

    /** A text of the matrix; an empty one is no cell. */
    static ColumnDefinition place(String meaning, Function<StudyMatrix, String> value) {
        return new ColumnDefinition(ColumnType.TEXT, "", meaning, value.andThen(ColumnDefinition::text), null);
    }

    /** A whole number of the matrix; a negative one is no cell. */
    static ColumnDefinition count(String meaning, Function<StudyMatrix, Long> value) {
        return new ColumnDefinition(ColumnType.INTEGER, "", meaning, matrix -> notNegative(value.apply(matrix)), null);
    }

    /** An attribute that is a number. */
    static ColumnDefinition attribute(String meaning, String name) {
        return new ColumnDefinition(
                ColumnType.REAL, "", meaning, matrix -> AttributeNumber.of(matrix.attribute(name)), null);
    }

    /** A text of the results. */
    static ColumnDefinition verdict(String meaning, Function<Measurement, String> value) {
        return new ColumnDefinition(ColumnType.TEXT, "", meaning, null, value.andThen(ColumnDefinition::text));
    }

    /** A whole number of the results. */
    static ColumnDefinition tally(String meaning, Function<Measurement, Long> value) {
        return new ColumnDefinition(
                ColumnType.INTEGER, "", meaning, null, measured -> notNegative(value.apply(measured)));
    }

    /** A number of the results; NaN is no cell. */
    static ColumnDefinition number(String unit, String meaning, Function<Measurement, Double> value) {
        return new ColumnDefinition(ColumnType.REAL, unit, meaning, null, measured -> real(value.apply(measured)));
    }

    /** One of the quoted metrics. */
    static ColumnDefinition metric(String unit, String meaning, String name) {
        return number(unit, meaning, measured -> measured.quoted().metrics().getOrDefault(name, Double.NaN));
    }

    /** One of the quoted metrics that is a whole number. */
    static ColumnDefinition metricTally(String meaning, String name) {
        return tally(meaning, measured -> Math.round(measured.quoted().metrics().getOrDefault(name, -1.0)));
    }

    /** A number of the fit. */
    static ColumnDefinition ofFit(String unit, String meaning, Function<FitReport, Double> value) {
        return number(unit, meaning, measured -> measured.fit().map(value).orElse(Double.NaN));
    }

    /** A parameter of the fitted law. */
    static ColumnDefinition parameter(String unit, String meaning, Parameter parameter) {
        return ofFit(unit, meaning, report -> report.fit().parameters().getOrDefault(parameter, Double.NaN));
    }

    /** An end of a parameter's interval, if the data bound it there. */
    static ColumnDefinition end(String unit, Parameter parameter, boolean lower) {
        String meaning = (lower ? "lower" : "upper") + " end of the 95 % interval of " + parameter.id()
                + "; empty where the data do not bound it";
        return ofFit(
                unit,
                meaning,
                report -> Optional.ofNullable(report.intervals().get(parameter))
                        .map(interval -> end(interval, lower))
                        .orElse(Double.NaN));
    }

    private static double end(Interval interval, boolean lower) {
        boolean open = lower ? interval.lowerOpen() : interval.upperOpen();
        return open ? Double.NaN : lower ? interval.lower() : interval.upper();
    }

    /** A number that may be missing. */
    static double orNaN(OptionalDouble value) {
        return value.orElse(Double.NaN);
    }

    private static Object text(String value) {
        return value.isEmpty() ? null : value;
    }

    private static Object notNegative(Long value) {
        return value < 0 ? null : value;
    }

    private static Object real(Double value) {
        return value.isNaN() ? null : value;
    }

    ColumnType type() {
        return type;
    }

    String unit() {
        return unit;
    }

    String meaning() {
        return meaning;
    }

    boolean isResult() {
        return ofMeasurement != null;
    }

    Object of(StudyMatrix matrix) {
        return ofMatrix.apply(matrix);
    }

    Object of(Measurement measurement) {
        return ofMeasurement.apply(measurement);
    }
}
