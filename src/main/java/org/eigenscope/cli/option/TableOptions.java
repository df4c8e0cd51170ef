package org.eigenscope.cli.option;

import java.util.OptionalInt;
import org.eigenscope.error.BadInputException;
import org.eigenscope.io.format.text.TableLayout;
import org.eigenscope.library.MatrixTarget;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options that say which lines and columns of a text table are names. */
public final class TableOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--header",
            paramLabel = "N",
            description =
                    "Of a text table, the first N lines name the columns (0: none do), otherwise found out; the same as"
                            + " FILE#[header=N].")
    private Integer header;

    @Option(
            names = "--index",
            paramLabel = "N",
            description =
                    "Of a text table, the first N columns name the rows (0: none do), otherwise found out; the same as"
                            + " FILE#[header=N,index=N].")
    private Integer index;

    public boolean isGiven() {
        return header != null || index != null;
    }

    /**
     * The target with these options in its name.
     *
     * @throws ParameterException if it names a tensor, which text tables do not have
     * @throws BadInputException if it is no file name
     */
    public String applied(String target) throws BadInputException {
        if (!isGiven()) {
            return target;
        }
        MatrixTarget parsed = MatrixTarget.parse(target);
        if (parsed.name().isPresent()) {
            throw new ParameterException(
                    spec.commandLine(), "--header and --index are for text tables, which have no tensors with names");
        }
        return parsed.file() + "#" + layout().name();
    }

    private TableLayout layout() {
        try {
            return new TableLayout(count(header), count(index));
        } catch (IllegalArgumentException outside) {
            throw new ParameterException(
                    spec.commandLine(), "--header and --index take numbers from 0 to " + TableLayout.MOST, outside);
        }
    }

    private static OptionalInt count(Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
