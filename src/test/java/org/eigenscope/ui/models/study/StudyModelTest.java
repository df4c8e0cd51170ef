package org.eigenscope.ui.models.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.eigenscope.error.BadInputException;
import org.eigenscope.study.store.StudyStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyModelTest {
    private final StudyBench bench = new StudyBench();

    @TempDir
    private Path folder;

    @AfterEach
    void closeTheStudy() {
        bench.study.closeNow();
    }

    private Path small(String name) throws BadInputException {
        return SmallStudy.write(folder.resolve(name));
    }

    private void nothingIsShownBut(String sentence) {
        assertThat(bench.study.storeProperty().get()).isEmpty();
        assertThat(bench.study.failureProperty().get()).contains(sentence);
        assertThat(bench.opened).isEmpty();
    }

    @Test
    void everyRowOfAStudyIsShown() throws BadInputException {
        Path file = small("a.eigenstudy");
        bench.showing(file);
        assertThat(bench.shown()).hasSize(SmallStudy.ROWS);
        assertThat(bench.opened).containsExactly(file);
        assertThat(bench.study.noticeProperty().get()).isEmpty();
    }

    @Test
    void ofTwoStudiesThatAreOpenedTogetherTheLatterIsShownAndTheFormerLetGo() throws BadInputException {
        Path first = small("first.eigenstudy");
        Path second = small("second.eigenstudy");
        bench.study.open(first);
        bench.study.open(second);
        bench.files.runAll();
        assertThat(bench.study.file()).contains(second);
        try (StudyStore again = StudyStore.open(first)) {
            assertThat(again.readOnly()).isEmpty();
        }
    }

    @Test
    void aStudyThatAnotherWindowHasIsReadAndThatIsSaid() throws BadInputException {
        Path file = small("a.eigenstudy");
        try (StudyStore other = StudyStore.open(file)) {
            assertThat(other.readOnly()).isEmpty();
            bench.showing(file);
            assertThat(bench.shown()).hasSize(SmallStudy.ROWS);
            assertThat(bench.study.noticeProperty().get()).contains("opened to be read alone");
        }
    }

    @Test
    void whatAnotherProgramWroteIsThereAfterReadingAgain() throws BadInputException {
        Path file = folder.resolve("a.eigenstudy");
        try (StudyStore other = StudyStore.open(file)) {
            bench.showing(file);
            assertThat(bench.shown()).isEmpty();
            SmallStudy.fill(other);
            bench.study.reload();
            bench.files.runAll();
            assertThat(bench.shown()).hasSize(SmallStudy.ROWS);
        }
    }

    @Test
    void aMissingStudyIsASentenceAndIsNotMade() {
        Path file = folder.resolve("none.eigenstudy");
        bench.showing(file);
        nothingIsShownBut("There is no study");
        assertThat(file).doesNotExist();
    }

    @Test
    void aFileThatIsNoStudyIsASentence() throws IOException {
        Path file = Files.writeString(folder.resolve("no.eigenstudy"), "nothing of the kind");
        bench.showing(file);
        nothingIsShownBut("is no study");
    }

    @Test
    void aStudyOfANewerVersionIsASentence() throws IOException, BadInputException {
        Path file = small("new.eigenstudy");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(4).putInt(0, 99), 60);
        }
        bench.showing(file);
        nothingIsShownBut("version 99");
    }

    @Test
    void aDamagedStudyIsASentenceAndTheOneOnScreenStays() throws IOException, BadInputException {
        Path good = small("good.eigenstudy");
        Path damaged = small("damaged.eigenstudy");
        try (FileChannel channel = FileChannel.open(damaged, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate((int) Files.size(damaged) - 4096), 4096);
        }
        bench.showing(good);
        bench.showing(damaged);
        assertThat(bench.study.file()).contains(good);
        assertThat(bench.study.failureProperty().get()).contains("damaged");
    }

    @Test
    void aStudyIsSavedAsAnotherFileAndGoesOnThere() throws BadInputException {
        bench.showing(small("a.eigenstudy"));
        Path copy = folder.resolve("copy.eigenstudy");
        bench.study.saveAs(copy);
        bench.files.runAll();
        assertThat(bench.study.file()).contains(copy);
        assertThat(bench.shown()).hasSize(SmallStudy.ROWS);
        assertThat(bench.shown().get(4).number("kappa")).isEqualTo(11.1);
    }

    @Test
    void aStudyIsNotSavedOverAnotherFile() throws IOException, BadInputException {
        Path file = small("a.eigenstudy");
        bench.showing(file);
        Path other = Files.writeString(folder.resolve("other.eigenstudy"), "mine");
        bench.study.saveAs(other);
        bench.files.runAll();
        assertThat(bench.study.failureProperty().get()).contains("is there already");
        assertThat(other).hasContent("mine");
        assertThat(bench.study.file()).contains(file);
    }

    @Test
    void aClosedStudyCanBeWrittenByOthers() throws BadInputException {
        Path file = small("a.eigenstudy");
        bench.showing(file);
        bench.study.close();
        assertThat(bench.shown()).isEmpty();
        try (StudyStore other = StudyStore.open(file)) {
            assertThat(other.readOnly()).isEmpty();
        }
    }
}
