package org.eigenscope.ui.training.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eigenscope.analysis.TensorSpectrum;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.search.SpectralFitter;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.registry.MatrixFiles;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.library.SelectedTensor;
import org.eigenscope.network.checkpoint.StoredNetwork;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.spectrum.SpectrumOptions;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.store.StudyStore;
import org.eigenscope.study.survey.SurveyFile;
import org.eigenscope.ui.task.ActivityModel;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.training.model.TrainingModel;
import org.eigenscope.ui.training.model.TrainingWorkers;
import org.eigenscope.ui.training.run.Digits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingOutputTest {
    @TempDir
    private Path folder;

    private final List<MatrixTarget> opened = new ArrayList<>();
    private final List<SurveyFile> surveyed = new ArrayList<>();
    private final TrainingModel model = new TrainingModel(
            new TrainingWorkers(
                    task(),
                    Runnable::run,
                    1,
                    Runnable::run,
                    (work, delay) -> work.run(),
                    task(),
                    new TrainingWorkers.Foreground(Runnable::run, Runnable::run)),
            new SpectralFitter());

    private static LatestTask task() {
        return new LatestTask(Runnable::run, Runnable::run, new ActivityModel(() -> 0));
    }

    private TrainingOutput trained(String matrix) {
        Map<String, String> texts = new HashMap<>(Digits.texts("500,1000", "1"));
        texts.put("target", matrix);
        model.form().fill(texts);
        model.train();
        return new TrainingOutput(
                model,
                task(),
                folder.resolve("opened"),
                new TrainingOutput.Receivers(
                        opened::add, (tensor, spectrum) -> {}, (study, files) -> surveyed.addAll(files)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"weight:fc1", "ntk", "activation:fc1", "fisher"})
    void theMatrixThatIsOpenedHasTheSpectrumThatIsShown(String matrix) throws EigenscopeException {
        TrainingOutput output = trained(matrix);

        output.openShown();

        MatrixTarget target = opened.get(0);
        double[] shown = model.runs()
                .shownProperty()
                .get()
                .orElseThrow()
                .spectrum()
                .orElseThrow()
                .values();
        try (MatrixFile file = MatrixFiles.open(target.file())) {
            Spectrum read = TensorSpectrum.of(
                            SelectedTensor.of(file, target.name()),
                            SpectrumOptions.withDefaults(),
                            ProgressListener.NONE,
                            CancelToken.NONE)
                    .spectrum();
            assertThat(read.positive()).containsExactly(shown);
        }
    }

    @Test
    void aStudyListsEveryCheckpointWithItsAttributes() throws IOException {
        TrainingOutput output = trained("weight:fc1");

        output.keepAsStudy(folder.resolve("kept.eigenstudy"));

        assertThat(surveyed).hasSize(4).allMatch(file -> file.failure().isEmpty());
        assertThat(surveyed.get(3).source()).isEqualTo("kept-checkpoints/digits_mlp-16_b1000_s0_e00001.safetensors");
        assertThat(surveyed.get(3).attributes().values())
                .containsEntry("batch_size", "1000")
                .containsEntry("seed", "0")
                .containsEntry("epoch", "1")
                .containsKeys("train_loss", "train_accuracy", "test_loss", "test_accuracy");
    }

    @Test
    void spectraOfFeatureMatricesAreRowsOfTheStudy() throws EigenscopeException {
        TrainingOutput output = trained("ntk");
        Path study = folder.resolve("kept.eigenstudy");

        output.keepAsStudy(study);

        StudyStore store = StudyStore.open(study);
        try {
            List<StudyRow> rows = store.rows();
            assertThat(rows).hasSize(4);
            assertThat(rows.get(0).attributes()).containsEntry("inputs", "40").containsEntry("batch_size", "500");
        } finally {
            store.close();
        }
    }

    @Test
    void aSavedNetworkIsReadAgain() throws EigenscopeException {
        TrainingOutput output = trained("weight:fc1");
        Path file = folder.resolve(output.suggestedName().orElseThrow());

        output.saveShown(file);

        StoredNetwork stored = StoredNetwork.read(file, Optional.empty());
        assertThat(stored.parameters())
                .isEqualTo(model.runs()
                        .shownProperty()
                        .get()
                        .orElseThrow()
                        .network()
                        .doubles());
        assertThat(stored.metadata()).containsEntry("epoch", "1").containsKey("test_accuracy");
    }

    @Test
    void checkpointsOfAnotherTrainingAreNotReplaced() throws IOException {
        TrainingOutput output = trained("weight:fc1");
        output.saveAll(folder.resolve("runs"));
        Map<String, String> texts = new HashMap<>(Digits.texts("500,1000", "1"));
        texts.put("rate", "0.5");
        model.form().fill(texts);
        model.train();

        output.saveAll(folder.resolve("runs"));

        assertThat(model.failureProperty().get()).contains("is of another training: its rate is 0.02, not 0.5");
        try (Stream<Path> files = Files.list(folder.resolve("runs"))) {
            assertThat(files).hasSize(4);
        }
    }

    @Test
    void nothingIsSavedBeforeATraining() {
        TrainingOutput output = new TrainingOutput(
                model,
                task(),
                folder,
                new TrainingOutput.Receivers(opened::add, (tensor, spectrum) -> {}, (study, files) -> {}));

        output.keepAsStudy(folder.resolve("kept.eigenstudy"));

        assertThat(model.failureProperty().get()).isEqualTo("There is no network yet; train first.");
    }
}
