package org.eigenscope.study.survey;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eigenscope.analysis.FitSample;
import org.eigenscope.analysis.TensorSpectrum;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.error.InsufficientMemoryException;
import org.eigenscope.library.DerivedFile;
import org.eigenscope.library.SelectedTensor;
import org.eigenscope.matrix.FiniteRows;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.SolverChoice;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.spectrum.SpectrumOptions;
import org.eigenscope.spectrum.solve.SpectrumCalculator;
import org.eigenscope.study.StudyMatrix;

/** The content of an item of a survey and its eigenvalues; neither is made before it is asked for. */
final class Decomposition {
    private final SurveyItem.Entries entries;
    private final SurveyOptions options;
    private final CancelToken cancel;
    private Optional<Matrix> difference = Optional.empty();
    private String note = "";

    Decomposition(SurveyItem.Entries entries, SurveyOptions options, CancelToken cancel) {
        this.entries = entries;
        this.options = options;
        this.cancel = cancel;
    }

    /** The digest of the entries, which are read for it. */
    String content() throws EigenscopeException {
        if (entries instanceof SurveyItem.Tensor tensor) {
            return MatrixDigest.of(tensor.tensor(), cancel);
        }
        if (entries instanceof SurveyItem.Difference) {
            return MatrixDigest.of(difference());
        }
        if (entries instanceof SurveyItem.EigenvalueList list) {
            String shape = list.shape()
                    .map(known -> known.rows() + "x" + known.columns())
                    .orElse("unknown");
            String kind = (list.squared() ? "singular values of " : "eigenvalues of ") + shape;
            return MatrixDigest.ofList(kind, list.list().values(ProgressListener.NONE, cancel));
        }
        throw new BadInputException(((SurveyItem.Unreadable) entries).reason());
    }

    /** The eigenvalues. */
    Spectrum spectrum() throws EigenscopeException {
        if (entries instanceof SurveyItem.EigenvalueList list) {
            return listed(list);
        }
        if (entries instanceof SurveyItem.Difference) {
            return held(difference());
        }
        SelectedTensor tensor = ((SurveyItem.Tensor) entries).tensor();
        if (options.windows().isPresent()) {
            return held(read(tensor));
        }
        try {
            return dropped(TensorSpectrum.of(tensor, options.spectrum(), ProgressListener.NONE, cancel));
        } catch (InsufficientMemoryException tooLarge) {
            if (!options.spectrum().solver().equals(SolverChoice.AUTO)) {
                throw tooLarge;
            }
            note = "too large to be held, so its density was estimated";
            SpectrumOptions estimate = options.spectrum().withSolver(SolverChoice.SLQ);
            return dropped(TensorSpectrum.of(tensor, estimate, ProgressListener.NONE, cancel));
        }
    }

    private Spectrum dropped(TensorSpectrum tensor) {
        if (tensor.droppedRows() > 0) {
            note = tensor.droppedRows() + " rows that are not finite were left out";
        }
        return tensor.spectrum();
    }

    /** What was done besides what was asked for, as a sentence fragment; empty if nothing was. */
    String note() {
        return note;
    }

    private Spectrum held(Matrix matrix) throws EigenscopeException {
        Matrix finite = matrix;
        if (options.spectrum().dropNonFiniteRows()) {
            FiniteRows rows = FiniteRows.of(matrix);
            finite = rows.matrix();
            note = rows.droppedRows() == 0 ? "" : rows.droppedRows() + " rows that are not finite were left out";
        }
        SpectrumCalculator calculator = new SpectrumCalculator();
        if (options.windows().isEmpty()) {
            return calculator.compute(finite, options.spectrum(), ProgressListener.NONE, cancel);
        }
        List<Matrix> windows = options.windows().get().of(finite);
        return calculator.computePooled(windows, options.spectrum(), ProgressListener.NONE, cancel);
    }

    private Matrix read(SelectedTensor tensor) throws EigenscopeException {
        return DerivedFile.over(tensor.file()).read(tensor.info().name(), ProgressListener.NONE, cancel);
    }

    private Matrix difference() throws EigenscopeException {
        if (difference.isEmpty()) {
            SurveyItem.Difference both = (SurveyItem.Difference) entries;
            difference = Optional.of(MatrixDifference.of(read(both.tensor()), read(both.base())));
        }
        return difference.get();
    }

    private Spectrum listed(SurveyItem.EigenvalueList list) throws EigenscopeException {
        double[] values = list.list().values(ProgressListener.NONE, cancel);
        if (list.squared()) {
            values = Arrays.stream(values).map(v -> v * v).toArray();
            note = "singular values, squared";
        }
        if (options.spectrum().normalization() != Normalization.RAW
                || options.windows().isPresent()) {
            throw new BadInputException(
                    "A list of eigenvalues is taken as it is; leave normalisation and windows out.");
        }
        if (list.shape().isEmpty()) {
            return FitSample.ofEigenvalues(list.list().info().name(), values).spectrum();
        }
        StudyMatrix.Shape shape = list.shape().get();
        return Spectrum.of(
                values,
                new Spectrum.Details(
                        (int) shape.rows(),
                        (int) shape.columns(),
                        Spectrum.Source.GRAM,
                        Normalization.RAW,
                        0,
                        "given as they are"));
    }
}
