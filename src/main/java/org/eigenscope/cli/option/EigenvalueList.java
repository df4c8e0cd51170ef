package org.eigenscope.cli.option;

import java.util.Optional;
import org.eigenscope.cli.console.Console;
import org.eigenscope.cli.console.Numbers;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.format.npy.NumpyLists;
import org.eigenscope.io.format.text.TextReader;
import org.eigenscope.io.registry.MatrixFiles;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.progress.CancelToken;

/** A list of eigenvalues: numbers as text, or a one-dimensional array that numpy saved. */
public final class EigenvalueList {
    private static final String STANDARD_INPUT = "-";

    private EigenvalueList() {}

    /**
     * Reads one.
     *
     * @param source a file, {@code FILE.npz#NAME}, or {@code -} for text from standard input
     * @throws EigenscopeException if it cannot be read, or holds something that is not a finite number
     */
    public static double[] read(String source, Console console) throws EigenscopeException {
        if (source.equals(STANDARD_INPUT)) {
            return Numbers.read(source, console).list("eigenvalue");
        }
        MatrixTarget target = MatrixTarget.parse(source);
        Optional<double[]> array = NumpyLists.read(target.file(), target.name());
        if (array.isEmpty()) {
            refuseOtherFormats(source, target);
            return Numbers.read(source, console).list("eigenvalue");
        }
        double[] values = array.get();
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new BadInputException(
                        source + ", entry " + i + " counted from 0: " + values[i] + " is not a finite number.");
            }
        }
        return values;
    }

    /** A file of matrices is no text, and its first bytes would only be shown as a word that is no number. */
    private static void refuseOtherFormats(String source, MatrixTarget target) throws EigenscopeException {
        Optional<String> format = MatrixFiles.recognise(target.file(), CancelToken.NONE);
        if (format.isPresent() && !format.get().equals(TextReader.NAME)) {
            throw new BadInputException(source + " is a file of the format " + format.get()
                    + "; --eigenvalues takes a list as text, .npy or .npz, and a matrix goes without --eigenvalues.");
        }
    }
}
