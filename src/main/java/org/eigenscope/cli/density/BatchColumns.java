package org.eigenscope.cli.density;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.eigenscope.cli.console.Numbers;
import org.eigenscope.cli.option.LawParameter;
import org.eigenscope.cli.option.LawValues;
import org.eigenscope.cli.option.ServedLaw;
import org.eigenscope.error.BadInputException;

/** Where each quantity stands in a row of a batch. */
final class BatchColumns {
    private static final String POINT = "x";

    private final ServedLaw law;
    private final List<String> names;

    private BatchColumns(ServedLaw law, List<String> names) {
        this.law = law;
        this.names = names;
    }

    /**
     * The columns by their header, or by their number if there is none.
     *
     * @throws BadInputException if they are not x and parameters of the law, each once
     */
    static BatchColumns of(Numbers rows, ServedLaw law, String source) throws BadInputException {
        List<String> names = rows.columnNames();
        BatchColumns columns = new BatchColumns(
                law, names.isEmpty() ? withoutHeader(law, rows.table().columns(), source) : names);
        columns.refuseStrangers(source);
        return columns;
    }

    private static List<String> withoutHeader(ServedLaw law, int count, String source) throws BadInputException {
        List<String> all = all(law);
        int least = law.leading().size() + 1;
        if (count < least || count > all.size()) {
            String optional = String.join(" and ", all.subList(least, all.size()));
            throw new BadInputException(source + " has " + count + " columns; without a header they are "
                    + String.join(",", all.subList(0, least))
                    + (optional.isEmpty() ? "." : " and, if given, " + optional + "."));
        }
        return all.subList(0, count);
    }

    /** Every column that there can be, in the order of rows without a header. */
    private static List<String> all(ServedLaw law) {
        Stream<String> leading = law.leading().stream().map(LawParameter::id);
        Stream<String> optional = law.optional().stream().map(LawParameter::id);
        return Stream.of(leading, Stream.of(POINT), optional)
                .flatMap(part -> part)
                .toList();
    }

    private void refuseStrangers(String source) throws BadInputException {
        List<String> all = all(law);
        boolean repeated = names.stream().distinct().count() < names.size();
        if (repeated || !names.contains(POINT) || !all.containsAll(names)) {
            throw new BadInputException(source + " has the columns " + String.join(", ", names)
                    + "; they must be among " + String.join(", ", all) + ", each once, and x one of them.");
        }
    }

    /** What the law needs and no column gives. */
    List<LawParameter> missing() {
        return law.needed().stream().filter(parameter -> !has(parameter)).toList();
    }

    /** The names of the columns that come back with the results. */
    List<String> echoed() {
        return echo().map(LawParameter::id).toList();
    }

    /** Their values. */
    DoubleStream echoed(LawValues values) {
        return echo().mapToDouble(values::get);
    }

    private Stream<LawParameter> echo() {
        return law.leading().stream()
                .filter(parameter -> has(parameter) || law.needed().contains(parameter));
    }

    double point(double[] row, String where) throws BadInputException {
        double x = row[names.indexOf(POINT)];
        if (!Double.isFinite(x)) {
            throw new BadInputException(where + "x = " + x + " is not a finite number.");
        }
        return x;
    }

    /** The parameters in a row, each in its domain. */
    Map<String, Double> values(double[] row, String where) throws BadInputException {
        Map<String, Double> values = new HashMap<>();
        for (LawParameter parameter :
                Stream.concat(law.leading().stream(), law.optional().stream()).toList()) {
            if (has(parameter)) {
                values.put(parameter.id(), parameter.require(row[names.indexOf(parameter.id())], where));
            }
        }
        return values;
    }

    private boolean has(LawParameter parameter) {
        return names.contains(parameter.id());
    }
}
