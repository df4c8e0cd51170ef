package org.eigenscope.cli.option;

import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.library.SelectedTensor;
import org.eigenscope.matrix.Interpretation;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options that say which matrix a tensor is, or which of its matrices is meant, for every command that reads tensors. */
public final class ReadingOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--as",
            converter = Choices.MeaningOrStack.class,
            completionCandidates = Choices.MeaningOrStack.class,
            description = "What the matrix is: ${COMPLETION-CANDIDATES} (default: auto). Weights W give squared"
                    + " singular values, features Φ the eigenvalues of ΦᵀΦ, a gram matrix its own; auto takes a symmetric"
                    + " matrix as gram and any other as weights. A stack is a tensor of matrices, counted by all axes but"
                    + " the last two, whose spectra are pooled; the same as FILE#NAME[stack], and FILE#NAME[3] is its"
                    + " fourth.")
    private Choices.Reading reading;

    @Option(
            names = "--rows",
            paramLabel = "AXIS,...",
            description =
                    "Which axes of a tensor of three or more are the rows, numbered from 0; the others are the columns. The same"
                            + " as FILE#NAME[rows:AXIS,...].")
    private String rows;

    /** Whether one of the options was typed. */
    public boolean isGiven() {
        return reading != null || rows != null;
    }

    /** Whether the options say how the axes of a tensor make matrices. */
    boolean nameAxes() {
        return rows != null || isStack();
    }

    /** What the matrix is. */
    public Interpretation interpretation() {
        return reading == null ? Interpretation.AUTO : reading.interpretation();
    }

    /**
     * What of a tensor is meant.
     *
     * @throws ParameterException if the options contradict each other
     * @throws BadInputException if the tensor cannot be read so
     */
    public SelectedTensor of(SelectedTensor whole) throws BadInputException {
        Optional<String> named = part();
        return named.isPresent() ? whole.part(named.get()) : whole;
    }

    private Optional<String> part() {
        if (rows != null && isStack()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--part, --rows and --as stack each say how to read the tensor; give one of them");
        }
        if (rows != null) {
            return Optional.of("rows:" + requireAxes());
        }
        return isStack() ? Optional.of("stack") : Optional.empty();
    }

    private String requireAxes() {
        if (!rows.matches("\\d{1,2}(,\\d{1,2})*")) {
            throw new ParameterException(
                    spec.commandLine(), "--rows = " + rows + " is no list of axes such as 0 or 0,1");
        }
        return rows;
    }

    private boolean isStack() {
        return reading != null && reading.stack();
    }
}
