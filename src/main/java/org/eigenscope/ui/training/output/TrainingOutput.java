package org.eigenscope.ui.training.output;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.library.SelectedTensor;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.study.survey.SurveyFile;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.Outcome;
import org.eigenscope.ui.training.model.RunLine;
import org.eigenscope.ui.training.model.RunsModel;
import org.eigenscope.ui.training.model.TrainingModel;
import org.eigenscope.ui.training.run.Observation;
import org.eigenscope.ui.training.run.TrainingRun;

/** Saves networks, keeps them as a study, and opens a matrix of them. */
public final class TrainingOutput {
    private final TrainingModel model;
    private final RunsModel runs;
    private final LatestTask work;
    private final Path folder;
    private final Receivers receivers;
    private final ReadOnlyStringWrapper done = new ReadOnlyStringWrapper(this, "done", "");

    /**
     * Who takes what is made.
     *
     * @param open shows a matrix of a file
     * @param show shows a spectrum
     * @param study surveys files into a study and shows it
     */
    public record Receivers(
            Consumer<MatrixTarget> open,
            BiConsumer<SelectedTensor, Spectrum> show,
            BiConsumer<Path, List<SurveyFile>> study) {}

    /**
     * @param model what was trained
     * @param work writes
     * @param folder of this window alone, for matrices that are opened
     */
    public TrainingOutput(TrainingModel model, LatestTask work, Path folder, Receivers receivers) {
        this.model = model;
        this.runs = model.runs();
        this.work = work;
        this.folder = folder;
        this.receivers = receivers;
    }

    /** The name of a file for the network that is shown; empty without one. */
    public Optional<String> suggestedName() {
        return shown().map(one -> CheckpointFiles.name(one.run(), one.seen().network()));
    }

    /** What is shown. */
    private record Shown(TrainingRun run, Observation seen) {}

    private Optional<Shown> shown() {
        Optional<RunLine> line = runs.chosenProperty().get();
        return runs.shownProperty().get().flatMap(seen -> line.map(chosen -> new Shown(chosen.run(), seen)));
    }

    private List<TrainingRun> all() {
        return runs.lines().stream().map(RunLine::run).toList();
    }

    /** Saves the network that is shown. */
    public void saveShown(Path file) {
        Optional<Shown> one = shown();
        if (one.isEmpty()) {
            model.fail("There is no network yet; train first.");
            return;
        }
        work.submit(
                "Saving " + file.getFileName(),
                (progress, cancel) -> {
                    try (CheckpointFiles files = new CheckpointFiles(runs.observer())) {
                        files.write(one.get().run(), one.get().seen().network(), file);
                    }
                    return 1;
                },
                new Reporting<Integer>() {
                    @Override
                    public void succeeded(Integer count) {
                        done.set("Saved in " + file + ".");
                    }
                });
    }

    /** Saves all networks that were kept of all runs. */
    public void saveAll(Path into) {
        List<TrainingRun> trained = all();
        work.submit(
                "Saving checkpoints",
                (progress, cancel) -> {
                    try (CheckpointFiles files = new CheckpointFiles(runs.observer())) {
                        return files.writeAll(trained, into, progress, cancel).size();
                    }
                },
                new Reporting<Integer>() {
                    @Override
                    public void succeeded(Integer count) {
                        model.markKept();
                        done.set(count + (count == 1 ? " checkpoint" : " checkpoints") + " saved in " + into + ".");
                    }
                });
    }

    /** Keeps all networks as a study, which the tab of studies shows. */
    public void keepAsStudy(Path study) {
        if (runs.look().isEmpty() || all().isEmpty()) {
            model.fail("There is no network yet; train first.");
            return;
        }
        work.submit(
                "Keeping a study",
                new StudyFiles(all(), runs.observer(), runs.look().get(), study),
                new Reporting<List<SurveyFile>>() {
                    @Override
                    public void succeeded(List<SurveyFile> files) {
                        model.markKept();
                        done.set("Kept in " + study + ", with checkpoints in "
                                + StudyFiles.folder(study).getFileName() + ".");
                        receivers.study().accept(study, files);
                    }
                });
    }

    /** Opens the matrix that is shown as a spectrum of its own. */
    public void openShown() {
        Optional<Shown> one = shown();
        if (one.isEmpty() || runs.look().isEmpty()) {
            model.fail("There is no spectrum yet; train first.");
            return;
        }
        work.submit(
                "Opening " + runs.look().get().matrix().label(),
                new ShownMatrix(
                        one.get().run(), one.get().seen().network(), runs.look().get(), runs.observer(), folder),
                new Reporting<ShownMatrix.Ready>() {
                    @Override
                    public void succeeded(ShownMatrix.Ready ready) {
                        ready.target().ifPresent(receivers.open());
                        ready.tensor()
                                .ifPresent(tensor -> receivers
                                        .show()
                                        .accept(tensor, ready.spectrum().orElseThrow()));
                    }
                });
    }

    /** Stops what is being written. */
    public void cancel() {
        work.cancel();
    }

    public void dismissDone() {
        done.set("");
    }

    /** An outcome whose failure is a sentence on screen. */
    private abstract class Reporting<R> implements Outcome<R> {
        @Override
        public void failed(EigenscopeException reason) {
            model.fail(reason.getMessage());
        }
    }

    /** What was done last, a sentence, or empty. */
    public ReadOnlyStringProperty doneProperty() {
        return done.getReadOnlyProperty();
    }
}
