package org.eigenscope.study.plot;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eigenscope.error.BadInputException;
import org.eigenscope.figure.axis.NumberText;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyRow;

/** The columns and attributes of some rows, and what axes call them. */
final class PlotColumns {
    /** Columns whose numbers count, so that their axes are linear whatever they span. */
    private static final Set<String> COUNTING = Set.of("depth", "step", "epoch", "seed");

    private final String study;
    private final Set<String> attributes = new LinkedHashSet<>();

    PlotColumns(String study, List<StudyRow> rows) {
        this.study = study;
        rows.forEach(row -> attributes.addAll(row.attributes().keySet()));
    }

    /** The names of all attributes, in the order in which they came. */
    Set<String> attributes() {
        return attributes;
    }

    boolean has(String name) {
        return Column.byId(name).isPresent() || attributes.contains(name);
    }

    void require(String name) throws BadInputException {
        if (!has(name)) {
            List<String> columns =
                    List.of(Column.values()).stream().map(Column::id).toList();
            throw new BadInputException(study + " has no column or attribute '" + name + "'; its attributes are "
                    + (attributes.isEmpty() ? "none" : String.join(", ", attributes)) + ", its columns "
                    + String.join(", ", columns) + ".");
        }
    }

    /** Whether its axes are linear unless told otherwise: of what is counted, and of rates between 0 and 1. */
    static boolean isLinear(String name) {
        return COUNTING.contains(name) || name.contains("accuracy");
    }

    /** A row's text, whole numbers without decimals as in attributes. */
    static String text(StudyRow row, String name) {
        double number = row.number(name);
        return Double.isFinite(number) ? NumberText.typed(number) : row.text(name);
    }

    /** What an axis calls it. */
    static String title(String name) {
        if (name.equals("kappa")) {
            return "$\\hat{\\kappa}$";
        }
        if (name.equals("ks")) {
            return "KS distance";
        }
        String unit = Column.byId(name).map(Column::unit).orElse("");
        return name.replace('_', ' ') + (unit.isEmpty() ? "" : " (" + unit + ")");
    }

    /** The ends of an interval of a column, if the study has them and the row an interval: −∞ or +∞ where it is open. */
    static Optional<double[]> interval(StudyRow row, String name) {
        Optional<Column> low = Column.byId(name + "_low");
        Optional<Column> high = Column.byId(name + "_high");
        if (low.isEmpty() || high.isEmpty() || !row.cells().has(Column.INTERVAL_METHOD)) {
            return Optional.empty();
        }
        double value = row.number(name);
        double lower = row.cells().number(low.get());
        double upper = row.cells().number(high.get());
        return Optional.of(new double[] {
            Double.isNaN(lower) ? Double.NEGATIVE_INFINITY : Math.min(lower, value),
            Double.isNaN(upper) ? Double.POSITIVE_INFINITY : Math.max(upper, value)
        });
    }
}
