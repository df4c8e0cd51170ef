package org.eigenscope.cli.option;

import java.io.IOException;
import java.util.Optional;
import org.eigenscope.analysis.TensorSpectrum;
import org.eigenscope.cli.console.Json;
import org.eigenscope.matrix.ConvolutionFlattening;
import org.eigenscope.spectrum.Spectrum;

/** Under which conventions eigenvalues were taken, for every JSON that holds them or what was made of them. */
public final class Conventions {
    private Conventions() {}

    public static void write(TensorSpectrum result, ConvolutionFlattening flattening, Json out) throws IOException {
        out.field("matrix", result.label());
        write(result.spectrum().details(), out);
        out.field("flattening", flattening.id());
        out.field("note", Optional.of(result.note()).filter(note -> !note.isEmpty()));
        out.field("dropped_rows", result.droppedRows());
    }

    public static void write(Spectrum.Details details, Json out) throws IOException {
        out.field("rows", details.rows());
        out.field("columns", details.columns());
        out.field("symmetric", !details.source().isSquared());
        out.field("dyson_index", details.source().dysonIndex());
        out.field("rule", details.source().rule());
        out.field("gamma", details.aspectRatio());
        out.field("normalization", details.normalization().id());
        out.field("solver", details.solver());
        out.field("zero_tolerance", details.zeroTolerance());
        out.field("relative_accuracy", details.relativeAccuracy());
    }
}
