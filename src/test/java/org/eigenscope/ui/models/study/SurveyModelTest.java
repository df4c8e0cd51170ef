package org.eigenscope.ui.models.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.store.StudyStore;
import org.eigenscope.ui.models.rows.FitSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fits of all matrices from the eigenvalues that the study keeps. */
class SurveyModelTest {
    private static final FitSettings GAMMA = FitSettings.of(LawFamily.GAMMA_LAW);

    private final StudyBench bench = new StudyBench();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void openAStudy() throws BadInputException {
        file = SmallStudy.write(folder.resolve("a.eigenstudy"));
        bench.showing(file);
    }

    @AfterEach
    void closeTheStudy() {
        bench.study.closeNow();
    }

    private long withResults() {
        return bench.shown().stream()
                .filter(row -> !Double.isNaN(row.number("n")))
                .count();
    }

    @Test
    void anotherLawShowsEveryMatrixWithoutResultsUntilItIsFitted() {
        bench.study.settingsProperty().set(GAMMA);
        assertThat(bench.shown()).hasSize(SmallStudy.ROWS);
        assertThat(withResults()).isZero();
        bench.survey.fitAll();
        bench.surveys.runAll();
        assertThat(withResults()).isEqualTo(SmallStudy.ROWS);
        assertThat(bench.survey.summaryProperty().get()).startsWith("18 matrices done");
        assertThat(bench.study.failureProperty().get()).isEmpty();
    }

    @Test
    void resultsAppearBeforeAllAreThere() {
        bench.study.settingsProperty().set(GAMMA);
        bench.survey.fitAll();
        bench.surveys.runNext();
        assertThat(withResults()).isZero();
        bench.soon.runNext();
        assertThat(withResults()).isEqualTo(SmallStudy.ROWS);
        assertThat(bench.survey.runningProperty().get()).isTrue();
        assertThat(bench.survey.progressProperty().get()).startsWith("18/18");
        bench.surveys.runAll();
        assertThat(bench.survey.runningProperty().get()).isFalse();
    }

    @Test
    void ofTwoRequestsTheLatterCounts() {
        bench.study.settingsProperty().set(GAMMA);
        bench.survey.fitAll();
        bench.study.settingsProperty().set(FitSettings.of(LawFamily.LOGNORMAL));
        bench.survey.fitAll();
        // the older job comes late, and the end of the newer one before its own
        bench.surveys.runNewest();
        bench.surveys.runAll();
        bench.soon.runAll();
        assertThat(withResults()).isEqualTo(SmallStudy.ROWS);
        bench.study.settingsProperty().set(GAMMA);
        assertThat(withResults()).isZero();
    }

    @Test
    void whatIsStoppedIsKeptAndGoesOn() throws BadInputException {
        bench.study.settingsProperty().set(GAMMA);
        bench.survey.fitAll();
        bench.surveys.runNext();
        bench.survey.cancel();
        assertThat(bench.survey.runningProperty().get()).isFalse();
        bench.surveys.runAll();
        bench.soon.runAll();
        bench.survey.fitAll();
        bench.surveys.runAll();
        assertThat(bench.survey.summaryProperty().get()).startsWith("Every matrix has results");
        assertThat(rowsInTheFile()).hasSize(2 * SmallStudy.ROWS);
    }

    private List<StudyRow> rowsInTheFile() throws BadInputException {
        Optional<StudyStore> store = bench.study.storeProperty().get();
        return store.orElseThrow().rows();
    }

    @Test
    void aStudyThatCanOnlyBeReadIsFittedOnScreenAlone() throws BadInputException {
        bench.study.close();
        try (StudyStore other = StudyStore.open(file)) {
            bench.showing(file);
            bench.study.settingsProperty().set(GAMMA);
            bench.survey.fitAll();
            bench.surveys.runAll();
            assertThat(withResults()).isEqualTo(SmallStudy.ROWS);
            assertThat(other.rows()).hasSize(SmallStudy.ROWS);
        }
    }

    @Test
    void aStudyWhoseFileIsGoneIsNotFittedButCanBeSavedElsewhere() throws IOException, BadInputException {
        bench.study.settingsProperty().set(GAMMA);
        Files.delete(file);
        bench.survey.fitAll();
        bench.surveys.runAll();
        bench.soon.runAll();
        assertThat(bench.survey.runningProperty().get()).isFalse();
        assertThat(bench.study.failureProperty().get())
                .contains(file + " was moved or deleted")
                .contains("Save Study As");
        bench.study.saveAs(folder.resolve("kept.eigenstudy"));
        bench.files.runAll();
        assertThat(bench.study.file()).contains(folder.resolve("kept.eigenstudy"));
        assertThat(rowsInTheFile()).hasSize(SmallStudy.ROWS);
    }

    @Test
    void whatWasSaidOfAStudyGoesWithIt() throws BadInputException {
        bench.study.settingsProperty().set(GAMMA);
        bench.survey.fitAll();
        bench.showing(SmallStudy.write(folder.resolve("b.eigenstudy")));
        assertThat(bench.survey.summaryProperty().get()).isEmpty();
    }

    @Test
    void settingsOfAnotherVersionAreNotFitted() {
        bench.study.settingsProperty().set(new FitSettings("law=htmp;revision=99"));
        bench.survey.fitAll();
        bench.surveys.runAll();
        assertThat(bench.survey.summaryProperty().get()).contains("another version");
        assertThat(withResults()).isZero();
    }

    @Test
    void anotherStudyStopsTheWork() throws BadInputException {
        bench.study.settingsProperty().set(GAMMA);
        bench.survey.fitAll();
        bench.showing(SmallStudy.write(folder.resolve("b.eigenstudy")));
        assertThat(bench.survey.runningProperty().get()).isFalse();
        bench.surveys.runAll();
        bench.soon.runAll();
        bench.study.settingsProperty().set(GAMMA);
        assertThat(withResults()).isZero();
    }
}
