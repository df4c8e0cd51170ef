package org.eigenscope.study.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestingFilesTest {
    @TempDir
    Path folder;

    private RestingFiles resting;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        resting = new RestingFiles(List.of(folder));
        file = Files.writeString(folder.resolve("step1.npy"), "some");
    }

    private void grow(String text, long millis) throws IOException {
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(millis));
    }

    @Test
    void fileIsTakenAtTheSecondLook() {
        assertThat(resting.look()).isFalse();
        assertThat(resting.look()).isTrue();
        assertThat(resting.isAtRest(file)).isTrue();
    }

    @Test
    void fileIsTakenOnce() {
        resting.look();
        resting.look();
        assertThat(resting.look()).isFalse();
        assertThat(resting.isAtRest(file)).isTrue();
    }

    @Test
    void fileThatGrowsWaits() throws IOException {
        resting.look();
        grow("some more", 1_000_000);
        assertThat(resting.look()).isFalse();
        assertThat(resting.isAtRest(file)).isFalse();
        assertThat(resting.look()).isTrue();
    }

    @Test
    void fileWrittenAgainWithTheSameSizeWaits() throws IOException {
        resting.look();
        resting.look();
        grow("more", 2_000_000);
        assertThat(resting.look()).isFalse();
        assertThat(resting.isAtRest(file)).isFalse();
        assertThat(resting.look()).isTrue();
    }

    @Test
    void fileRenamedIntoItsPlaceIsTaken() throws IOException {
        resting.look();
        resting.look();
        Path beside = Files.writeString(folder.resolve("beside.tmp"), "another");
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        Files.setLastModifiedTime(file, FileTime.fromMillis(3_000_000));
        resting.look();
        assertThat(resting.look()).isTrue();
        assertThat(resting.atRest()).containsOnlyKeys(file.toAbsolutePath().normalize());
    }

    @Test
    void fileThatIsGoneIsNotAtRest() throws IOException {
        resting.look();
        resting.look();
        Files.delete(file);
        assertThat(resting.look()).isFalse();
        assertThat(resting.isAtRest(file)).isFalse();
    }

    @Test
    void folderThatIsNotThereIsEmpty() {
        assertThat(new RestingFiles(List.of(folder.resolve("none"))).look()).isFalse();
    }
}
