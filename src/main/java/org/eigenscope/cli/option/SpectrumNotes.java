package org.eigenscope.cli.option;

import java.util.Locale;
import java.util.Optional;
import org.eigenscope.analysis.TensorSpectrum;
import org.eigenscope.library.SelectedTensor;
import org.eigenscope.spectrum.Spectrum;

/** What a person should know of a spectrum besides its eigenvalues. */
public final class SpectrumNotes {
    private SpectrumNotes() {}

    /** What was assumed in reading a tensor, for example which lines name the columns of a table; empty if nothing was. */
    public static Optional<String> ofReading(SelectedTensor tensor) {
        return Optional.of(tensor.info().note())
                .filter(note -> !note.isEmpty())
                .map(note -> tensor.label() + ": " + note + ".");
    }

    /** One line, for example {@code w.npy: 200×400, 200 eigenvalues, 3 zero, 0 negative; raw; gamma 0.5; OpenBLAS.} */
    public static String of(TensorSpectrum result) {
        Spectrum spectrum = result.spectrum();
        Spectrum.Details details = spectrum.details();
        StringBuilder note = new StringBuilder(result.label())
                .append(": ")
                .append(details.rows())
                .append("×")
                .append(details.columns())
                .append(kind(details.source()))
                .append(details.source().rule())
                .append(", ")
                .append(spectrum.size())
                .append(" eigenvalues, ")
                .append(spectrum.zeroCount())
                .append(" zero, ")
                .append(spectrum.negative().length)
                .append(" negative; normalization ")
                .append(details.normalization().id());
        if (details.aspectRatio().isPresent()) {
            note.append("; gamma ").append(details.aspectRatio().getAsDouble());
        }
        if (result.droppedRows() > 0) {
            note.append("; ").append(result.droppedRows()).append(" rows with NaN or infinite entries left out");
        }
        note.append("; solver ").append(details.solver());
        if (details.relativeAccuracy().isPresent()) {
            note.append(String.format(
                    Locale.ROOT,
                    ", smallest positive one right to %.1g",
                    details.relativeAccuracy().getAsDouble()));
        }
        if (!result.note().isEmpty()) {
            note.append("; ").append(result.note());
        }
        return note.append('.').toString();
    }

    private static String kind(Spectrum.Source source) {
        return switch (source) {
            case GRAM, FEATURES -> ", ";
            case SYMMETRIC -> " symmetric, ";
            case HERMITIAN -> " Hermitian up to rounding, ";
            case COMPLEX_GRAM, COMPLEX_FEATURES -> " complex, ";
        };
    }
}
