package org.eigenscope.ui.training.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.figure.export.write.SafeFile;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.format.npy.NpyWriter;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.library.SelectedTensor;
import org.eigenscope.matrix.ElementType;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.ui.task.Job;
import org.eigenscope.ui.training.form.ObservedMatrix;
import org.eigenscope.ui.training.run.KeptNetwork;
import org.eigenscope.ui.training.run.NetworkSpectrum;
import org.eigenscope.ui.training.run.Observer;
import org.eigenscope.ui.training.run.TrainingRun;

/**
 * Writes a matrix of a network as a file that the window of a spectrum opens like any other: weights within a checkpoint, feature
 * matrices alone. A spectrum that was estimated without its matrix is handed on as it is.
 *
 * @param run of which run
 * @param network which network
 * @param look which matrix
 * @param observer knows measures
 * @param folder where files go
 */
record ShownMatrix(TrainingRun run, KeptNetwork network, Observer.Look look, Observer observer, Path folder)
        implements Job<ShownMatrix.Ready> {
    /** A file to open, or a spectrum to show. */
    record Ready(Optional<MatrixTarget> target, Optional<SelectedTensor> tensor, Optional<Spectrum> spectrum) {}

    @Override
    public Ready run(ProgressListener progress, CancelToken cancel) throws EigenscopeException {
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new BadInputException("The folder " + folder + " for matrices cannot be made.", failure);
        }
        String name = CheckpointFiles.name(run, network);
        ObservedMatrix matrix = look.matrix();
        if (matrix.kind() == ObservedMatrix.Kind.WEIGHT) {
            Path file = folder.resolve(name);
            try (CheckpointFiles files = new CheckpointFiles(observer)) {
                files.write(run, network, file);
            }
            return new Ready(
                    Optional.of(new MatrixTarget(file, Optional.of(matrix.tensor()))),
                    Optional.empty(),
                    Optional.empty());
        }
        NetworkSpectrum.Taken taken = look.of(run).take(network.doubles(), cancel);
        String ending =
                "_" + matrix.id().replace(':', '-') + "_n" + look.inputs().count() + ".npy";
        Path file = folder.resolve(name.replace(".safetensors", ending));
        if (taken.matrix().isEmpty()) {
            return estimate(file, taken.spectrum());
        }
        Matrix entries = taken.matrix().get();
        SafeFile.write(
                file,
                out -> NpyWriter.write(out, entries.valuesForReading(), List.of(entries.rows(), entries.columns())));
        return new Ready(Optional.of(new MatrixTarget(file, Optional.empty())), Optional.empty(), Optional.empty());
    }

    private Ready estimate(Path file, Spectrum spectrum) {
        Spectrum.Details details = spectrum.details();
        TensorInfo info = TensorInfo.of(
                look.matrix().tensor(), ElementType.F64, List.of((long) details.rows(), (long) details.columns()));
        SelectedTensor tensor = new SelectedTensor(new EstimatedMatrix(file, info), info);
        return new Ready(Optional.empty(), Optional.of(tensor), Optional.of(spectrum));
    }

    /** A matrix of which only an estimate of its spectrum is there. */
    private record EstimatedMatrix(Path path, TensorInfo info) implements MatrixFile {
        @Override
        public String formatName() {
            return "training";
        }

        @Override
        public List<TensorInfo> tensors() {
            return List.of(info);
        }

        @Override
        public Map<String, String> metadata() {
            return Map.of();
        }

        @Override
        public Matrix read(String name, ProgressListener progress, CancelToken cancel) throws BadInputException {
            throw new BadInputException(
                    "The spectrum of this matrix was estimated without its entries; take fewer parameters to have them.");
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
