package org.eigenscope.ui.models.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eigenscope.study.survey.SurveyFile;
import org.eigenscope.ui.models.study.StudyBench;
import org.eigenscope.ui.task.ManualExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewModelTest {
    private final ManualExecutor work = new ManualExecutor();
    private final List<SurveyFile> started = new ArrayList<>();
    private final ReviewModel model =
            new ReviewModel(StudyBench.task(work), StudyBench.task(work), (study, files, whenShown) -> {
                started.addAll(files);
                whenShown.run();
            });

    @TempDir
    private Path folder;

    @BeforeEach
    void writeLists() throws IOException {
        for (String name : List.of("net_b5_s0.csv", "net_b20_s0.csv", "net_b20_s1.csv")) {
            Files.writeString(folder.resolve(name), "1\n2\n3\n4\n");
        }
    }

    private void list() {
        model.list(List.of(folder));
        work.runAll();
    }

    private List<String> values(String name) {
        work.runAll();
        return model.linesProperty().get().stream()
                .map(line -> line.value(name))
                .toList();
    }

    @Test
    void whatNamesTellIsShownBeforeAnythingIsComputed() {
        list();
        assertThat(model.openProperty().get()).isTrue();
        assertThat(values("batch_size")).containsExactlyInAnyOrder("5", "20", "20");
        assertThat(model.namesProperty().get()).contains("batch_size", "seed");
        assertThat(started).isEmpty();
    }

    @Test
    void aPatternIsTriedAsItIsTypedAndWhatIsNoneIsSaidBesideIt() {
        list();
        model.patternProperty().set("{kind}_b");
        model.patternProperty().set("{kind}_b{size}_s{repeat}");
        assertThat(values("kind")).containsOnly("net");
        model.patternProperty().set("(?<kind>[");
        assertThat(model.objectionProperty().get()).contains("regular expression");
        assertThat(values("kind")).containsOnly("");
        model.patternProperty().set("");
        assertThat(model.objectionProperty().get()).isEmpty();
    }

    @Test
    void whatIsTypedCountsMoreThanAPatternAndAnEmptyCellTakesAway() {
        list();
        model.edit(0, "batch_size", "7");
        model.edit(1, "batch_size", " ");
        model.patternProperty().set("_b{batch_size}_");
        assertThat(values("batch_size").get(0)).isEqualTo("7");
        assertThat(values("batch_size").get(1)).isEmpty();
    }

    @Test
    void aTableAddsWhatItKnowsAndSaysWhichRowsAreOfNoFile() throws IOException {
        list();
        Path table = Files.writeString(
                folder.resolveSibling("table.csv"), "file,accuracy\nnet_b5_s0.csv,0.9\nnobody.csv,0.1\n");
        model.readTable(table);
        assertThat(values("accuracy")).containsExactlyInAnyOrder("0.9", "", "");
        assertThat(model.remarksProperty().get()).contains("1 of 2 rows are of no file");
    }

    @Test
    void anAttributeOfAllFilesIsAddedAndANameThatIsNoneIsRefused() {
        list();
        model.add("Weight Decay", "0.01");
        assertThat(values("weight_decay")).containsOnly("0.01");
        model.add("!", "1");
        assertThat(model.failureProperty().get()).contains("is no name");
    }

    @Test
    void theSurveyGetsTheFilesAsTheyWereEditedAndNamedFromTheStudysFolder() {
        list();
        model.edit(0, "seed", "9");
        work.runAll();
        model.start(Optional.of(folder.resolve("all.eigenstudy")));
        assertThat(started).extracting(SurveyFile::source).contains("net_b5_s0.csv");
        assertThat(started.get(0).attributes().values()).containsEntry("seed", "9");
        assertThat(model.openProperty().get()).isFalse();
    }

    @Test
    void ofTwoFoldersThatAreListedTogetherTheLatterCounts() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve("only.csv"), "1\n2\n3\n");
        model.list(List.of(folder));
        model.list(List.of(other));
        work.runAll();
        assertThat(model.linesProperty().get()).hasSize(1);
    }

    @Test
    void aFolderWithoutMatricesIsASentence() throws IOException {
        model.list(List.of(Files.createDirectory(folder.resolve("empty"))));
        work.runAll();
        assertThat(model.openProperty().get()).isFalse();
        assertThat(model.failureProperty().get()).contains("no file with a matrix");
    }
}
