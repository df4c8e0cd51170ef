package org.eigenscope.ui.models.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.library.SelectedTensor;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.store.StudyStore;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.Outcome;

/** Shows a row's matrix in the Spectrum tab: from its file, or from the eigenvalues that the study keeps where the file is gone. */
public final class RowOpener {
    private final StudyModel study;
    private final Receiver receiver;
    private final LatestTask work;

    /** Who shows it. */
    public interface Receiver {
        /** Reads a matrix and shows its spectrum. */
        void open(MatrixTarget target);

        /** Shows a spectrum that is there. */
        void show(SelectedTensor tensor, Spectrum spectrum);
    }

    /**
     * @param study names the files and keeps the spectra
     * @param receiver shows them
     * @param work looks for files
     */
    public RowOpener(StudyModel study, Receiver receiver, LatestTask work) {
        this.study = study;
        this.receiver = receiver;
        this.work = work;
    }

    /** A file, or else what is kept. */
    private record Found(Optional<MatrixTarget> target, Optional<SelectedTensor> kept, Optional<Spectrum> spectrum) {}

    /** Shows a row's matrix. */
    public void open(StudyRow row) {
        Optional<StudyStore> store = study.storeProperty().get();
        if (store.isEmpty()) {
            return;
        }
        Path file = study.folder().file(row.cells().text(Column.SOURCE));
        String tensor = row.cells().text(Column.TENSOR);
        work.submit(
                "Looking for " + file.getFileName(),
                (progress, cancel) -> find(store.get(), row, file, tensor),
                new Outcome<Found>() {
                    @Override
                    public void succeeded(Found found) {
                        found.target().ifPresent(receiver::open);
                        found.kept()
                                .ifPresent(kept ->
                                        receiver.show(kept, found.spectrum().orElseThrow()));
                    }

                    @Override
                    public void failed(EigenscopeException reason) {
                        study.fail(reason.getMessage());
                    }
                });
    }

    private static Found find(StudyStore store, StudyRow row, Path file, String tensor) throws BadInputException {
        // an eigenvalue list is no matrix that the tab could read
        boolean list = row.cells().number(Column.ROWS) < 2 || row.cells().number(Column.COLUMNS) < 2;
        if (Files.isRegularFile(file) && !list) {
            Optional<String> name = Optional.of(tensor).filter(text -> !text.isEmpty());
            return new Found(Optional.of(new MatrixTarget(file, name)), Optional.empty(), Optional.empty());
        }
        Optional<Spectrum> spectrum = row.key().content().isEmpty()
                ? Optional.empty()
                : store.spectrum(row.key().content(), row.key().convention());
        Optional<SelectedTensor> kept = spectrum.flatMap(found -> KeptMatrix.of(file, tensor, found));
        if (kept.isEmpty()) {
            throw new BadInputException("The file " + row.cells().text(Column.SOURCE)
                    + " is not where the study says, which is " + file + ", and the study keeps no eigenvalues of it.");
        }
        return new Found(Optional.empty(), kept, spectrum);
    }
}
