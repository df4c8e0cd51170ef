import java.nio.file.Path;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.search.SpectralFitter;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.library.MatrixFileOpener;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.spectrum.SpectrumOptions;
import org.eigenscope.spectrum.solve.SpectrumCalculator;

/** A program on the core jar alone: reads a tensor of a file, computes its spectrum, fits a law, prints N and κ̂. */
public final class CoreExample {
    private CoreExample() {}

    public static void main(String[] arguments) throws Exception {
        try (MatrixFile file = new MatrixFileOpener().open(Path.of(arguments[0]), CancelToken.NONE)) {
            Matrix matrix = file.read(arguments[1], ProgressListener.NONE, CancelToken.NONE);
            Spectrum spectrum = new SpectrumCalculator()
                    .compute(matrix, SpectrumOptions.withDefaults(), ProgressListener.NONE, CancelToken.NONE);
            FitRequest request = FitRequest.of(spectrum.positive(), LawFamily.INVERSE_HTMP)
                    .withFixed(ParameterSet.EMPTY.with(Parameter.GAMMA, 0.5));
            FitResult fit = new SpectralFitter().fit(request, ProgressListener.NONE, CancelToken.NONE);
            System.out.println(
                    spectrum.positive().length + " " + fit.parameters().get(Parameter.KAPPA));
        }
    }
}
