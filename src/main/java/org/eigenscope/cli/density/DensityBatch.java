package org.eigenscope.cli.density;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.eigenscope.cli.console.Console;
import org.eigenscope.cli.console.Numbers;
import org.eigenscope.cli.option.LawArguments;
import org.eigenscope.cli.option.LawSource;
import org.eigenscope.cli.option.LawValues;
import org.eigenscope.error.BadInputException;
import org.eigenscope.law.SpectralLaw;

/** Evaluates a law at rows that each bring their own parameters. */
final class DensityBatch {
    private final LawArguments arguments;
    private final Console console;

    DensityBatch(LawArguments arguments, Console console) {
        this.arguments = arguments;
        this.console = console;
    }

    /** Reads the rows from a file or {@code -} and writes theirs, or nothing if one of them is refused. */
    void run(String source) throws BadInputException, IOException {
        LawValues common = arguments.given();
        Numbers rows = Numbers.read(source, console);
        BatchColumns columns = BatchColumns.of(rows, arguments.law(), source);
        arguments.require(columns.missing());
        LawSource laws = LawSource.of(arguments.law());
        List<double[]> results = new ArrayList<>();
        for (int i = 0; i < rows.table().rows(); i++) {
            double[] row = rows.table().row(i);
            double x = columns.point(row, rows.where(i));
            LawValues values = common.with(columns.values(row, rows.where(i)));
            results.add(evaluate(law(laws, values, rows.where(i)), columns.echoed(values), x));
        }
        console.out().line(String.join(",", columns.echoed()) + ",x,pdf,log_pdf,cdf,sf");
        for (double[] result : results) {
            console.out().row(result);
        }
    }

    private static double[] evaluate(SpectralLaw law, DoubleStream echoed, double x) {
        DoubleStream values = DoubleStream.of(x, law.density(x), law.logDensity(x), law.cumulative(x), law.survival(x));
        return DoubleStream.concat(echoed, values).toArray();
    }

    private static SpectralLaw law(LawSource laws, LawValues values, String where) throws BadInputException {
        try {
            return laws.law(values);
        } catch (BadInputException outside) {
            throw new BadInputException(where + outside.getMessage(), outside);
        }
    }
}
