package org.eigenscope.ui.models.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.store.StudyStore;
import org.eigenscope.study.survey.StudyFolder;
import org.eigenscope.study.survey.SurveyOptions;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.Outcome;

/** Draws spectra that a study keeps behind the one in the Spectrum tab, or takes them away. */
public final class PinModel {
    /** More than can be told apart. */
    private static final int MOST = 8;

    private final StudyModel study;
    private final Pins pins;
    private final LatestTask work;

    /** Where pinned spectra are drawn. */
    public interface Pins {
        boolean isPinned(String label);

        void unpin(String label);

        /**
         * Pins a spectrum.
         *
         * @param target its matrix, if that can be read under the usual conventions
         * @param row what was fitted to it
         * @return whether there was room for it
         */
        boolean pin(Optional<MatrixTarget> target, String label, Spectrum spectrum, StudyRow row);
    }

    /**
     * @param study keeps the spectra
     * @param pins draws them
     * @param work reads them
     */
    public PinModel(StudyModel study, Pins pins, LatestTask work) {
        this.study = study;
        this.pins = pins;
        this.work = work;
    }

    /** What a row's spectrum is called in the legend. */
    public static String label(StudyRow row) {
        String run = row.cells().text(Column.RUN);
        String file = row.cells().text(Column.SOURCE);
        String where = run.isEmpty() ? file.substring(file.lastIndexOf('/') + 1) : run;
        String step = row.cells().text(Column.STEP);
        String tensor = row.cells().text(Column.TENSOR);
        return where + (tensor.isEmpty() ? "" : "#" + tensor) + (step.isEmpty() ? "" : ", step " + step);
    }

    /** Pins the spectra of rows, or takes those away that are pinned. */
    public void toggle(List<StudyRow> rows) {
        Optional<StudyStore> store = study.storeProperty().get();
        List<StudyRow> others =
                rows.stream().filter(row -> !pins.isPinned(label(row))).toList();
        rows.stream().map(PinModel::label).filter(pins::isPinned).forEach(pins::unpin);
        if (others.isEmpty() || store.isEmpty()) {
            study.say(rows.isEmpty() ? "" : "Not pinned any more: " + names(rows) + ".");
            return;
        }
        StudyFolder folder = study.folder();
        work.submit(
                "Reading spectra", (progress, cancel) -> read(store.get(), others, folder), new Outcome<List<Found>>() {
                    @Override
                    public void succeeded(List<Found> found) {
                        show(found);
                    }

                    @Override
                    public void failed(EigenscopeException reason) {
                        study.fail(reason.getMessage());
                    }
                });
    }

    private void show(List<Found> found) {
        List<StudyRow> pinned = new ArrayList<>();
        for (Found one : found) {
            if (pins.pin(one.target(), label(one.row()), one.spectrum(), one.row())) {
                pinned.add(one.row());
            }
        }
        String room =
                pinned.size() < found.size() ? " There is room for no more; press Space on one to take it away." : "";
        study.say((pinned.isEmpty() ? "" : "Pinned in the tab Spectrum: " + names(pinned) + ".") + room);
    }

    private static String names(List<StudyRow> rows) {
        return String.join(", ", rows.stream().map(PinModel::label).toList());
    }

    /** A row's spectrum, and where its matrix is. */
    private record Found(StudyRow row, Optional<MatrixTarget> target, Spectrum spectrum) {}

    private static List<Found> read(StudyStore store, List<StudyRow> rows, StudyFolder folder)
            throws BadInputException {
        List<Found> found = new ArrayList<>();
        for (StudyRow row : rows.subList(0, Math.min(rows.size(), MOST))) {
            found.add(read(store, row, folder.file(row.cells().text(Column.SOURCE))));
        }
        return found;
    }

    private static Found read(StudyStore store, StudyRow row, Path file) throws BadInputException {
        Optional<Spectrum> kept = row.key().content().isEmpty()
                ? Optional.empty()
                : store.spectrum(row.key().content(), row.key().convention());
        Spectrum spectrum = kept.filter(found -> found.positiveCount() > 0)
                .orElseThrow(() -> new BadInputException("The study keeps no positive eigenvalues of " + label(row)
                        + "; survey it without --no-spectra."));
        boolean usual =
                row.key().convention().equals(SurveyOptions.withDefaults().convention())
                        && row.cells().text(Column.BASE).isEmpty()
                        && Files.isRegularFile(file);
        String tensor = row.cells().text(Column.TENSOR);
        Optional<MatrixTarget> target = usual
                ? Optional.of(new MatrixTarget(file, Optional.of(tensor).filter(name -> !name.isEmpty())))
                : Optional.empty();
        return new Found(row, target, spectrum);
    }
}
