package org.eigenscope.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eigenscope.analysis.LawCache;
import org.eigenscope.error.BadInputException;
import org.eigenscope.law.LawFamily;
import org.eigenscope.law.Parameter;
import org.eigenscope.law.ParameterSet;
import org.eigenscope.law.SpectralLaw;

/** Evaluates a law at rows that each bring their own parameters. */
final class DensityBatch {
    private static final List<String> WITHOUT_HEADER = List.of("kappa", "gamma", "x", "scale", "tau");
    private static final List<String> NEEDED = WITHOUT_HEADER.subList(0, 3);

    private final LawOptions options;
    private final Console console;

    DensityBatch(LawOptions options, Console console) {
        this.options = options;
        this.console = console;
    }

    /** Reads the rows from a file or {@code -} and writes theirs, or nothing if one of them is refused. */
    void run(String source) throws BadInputException, IOException {
        ParameterSet common = options.batchDefaults();
        Numbers rows = Numbers.read(source, console);
        Columns columns = Columns.of(rows, source);
        LawCache laws = new LawCache(options.law());
        List<double[]> results = new ArrayList<>();
        for (int i = 0; i < rows.table().rows(); i++) {
            double[] row = rows.table().row(i);
            double x = row[columns.point()];
            if (!Double.isFinite(x)) {
                throw new BadInputException(rows.where(i) + "x = " + x + " is not a finite number.");
            }
            ParameterSet parameters = columns.parameters(row, options.law(), common, rows.where(i));
            results.add(evaluate(law(laws, parameters, rows.where(i)), row[columns.kappa()], row[columns.gamma()], x));
        }
        console.out().line("kappa,gamma,x,pdf,log_pdf,cdf,sf");
        for (double[] result : results) {
            console.out().row(result);
        }
    }

    private static double[] evaluate(SpectralLaw law, double kappa, double gamma, double x) {
        return new double[] {kappa, gamma, x, law.density(x), law.logDensity(x), law.cumulative(x), law.survival(x)};
    }

    private static SpectralLaw law(LawCache laws, ParameterSet parameters, String where) throws BadInputException {
        try {
            return laws.law(parameters);
        } catch (BadInputException outside) {
            throw new BadInputException(where + outside.getMessage(), outside);
        }
    }

    /** Where each quantity stands in a row. */
    private record Columns(int kappa, int gamma, int point, Map<Parameter, Integer> parameters) {
        static Columns of(Numbers rows, String source) throws BadInputException {
            List<String> names = rows.columnNames();
            int count = rows.table().columns();
            if (names.isEmpty()) {
                if (count < NEEDED.size() || count > WITHOUT_HEADER.size()) {
                    throw new BadInputException(source + " has " + count
                            + " columns; without a header they are kappa,gamma,x and, if given, scale and tau.");
                }
                names = WITHOUT_HEADER.subList(0, count);
            }
            refuseStrangers(names, source);
            Map<Parameter, Integer> parameters = new EnumMap<>(Parameter.class);
            for (Parameter parameter : Parameter.values()) {
                if (names.contains(parameter.id())) {
                    parameters.put(parameter, names.indexOf(parameter.id()));
                }
            }
            return new Columns(
                    names.indexOf(NEEDED.get(0)),
                    names.indexOf(NEEDED.get(1)),
                    names.indexOf(NEEDED.get(2)),
                    parameters);
        }

        private static void refuseStrangers(List<String> names, String source) throws BadInputException {
            boolean repeated = names.stream().distinct().count() < names.size();
            if (repeated || !names.containsAll(NEEDED) || !WITHOUT_HEADER.containsAll(names)) {
                throw new BadInputException(source + " has the columns " + String.join(", ", names)
                        + "; they must be kappa, gamma, x and may be scale and tau, each once.");
            }
        }

        ParameterSet parameters(double[] row, LawFamily family, ParameterSet common, String where)
                throws BadInputException {
            ParameterSet set = common;
            for (Map.Entry<Parameter, Integer> entry : parameters.entrySet()) {
                Parameter parameter = entry.getKey();
                double value = Domains.require(parameter, row[entry.getValue()], where);
                set = family.parameters().contains(parameter) ? set.with(parameter, value) : set;
            }
            return set;
        }
    }
}
