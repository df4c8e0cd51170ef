package org.eigenscope.ui.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.study.StudyMatrix;
import org.eigenscope.study.store.StudyStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceivedStudyTest {
    private static final long MEBIBYTE = 1 << 20;
    private static final StudyMatrix MATRIX = new StudyMatrix(
            "received/b",
            "w",
            Optional.empty(),
            new StudyMatrix.Shape(20, 40, "float64"),
            Optional.empty(),
            Map.of("run", "b"));

    @TempDir
    private Path parent;

    @Test
    void rowsOutliveTheWindow() throws EigenscopeException {
        Path file;
        try (ReceivedStudy study = ReceivedStudy.create(parent, "now", MEBIBYTE)) {
            study.put(MATRIX, ReceivedSamples.spectrum(1), CancelToken.NONE);
            file = study.file();
        }
        try (StudyStore again = StudyStore.open(file)) {
            assertThat(again.rows()).hasSize(1);
            assertThat(again.readOnly()).isEmpty();
        }
    }

    @Test
    void studyWithoutRowsLeavesNothing() throws EigenscopeException {
        ReceivedStudy.create(parent, "now", MEBIBYTE).close();
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void fullStudyTakesNoMore() throws EigenscopeException {
        try (ReceivedStudy study = ReceivedStudy.create(parent, "now", 10)) {
            assertThat(study.put(MATRIX, ReceivedSamples.spectrum(1), CancelToken.NONE))
                    .isEmpty();
        }
    }

    @Test
    void twoStudiesOfOneSecondAreTwoFiles() throws EigenscopeException {
        try (ReceivedStudy one = ReceivedStudy.create(parent, "now", MEBIBYTE);
                ReceivedStudy other = ReceivedStudy.create(parent, "now", MEBIBYTE)) {
            assertThat(other.file()).isNotEqualTo(one.file());
        }
    }

    private Path old(int number) throws IOException {
        Path file = Files.writeString(parent.resolve("received " + number + ".eigenstudy"), "old");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000L * number));
        return file;
    }

    @Test
    void oldestStudyGoesWhenThereAreTooMany() throws EigenscopeException, IOException {
        for (int i = 1; i <= 31; i++) {
            old(i);
        }
        ReceivedStudy.create(parent, "now", MEBIBYTE).close();
        assertThat(parent.resolve("received 1.eigenstudy")).exists();
        old(32);
        ReceivedStudy.create(parent, "now", MEBIBYTE).close();
        assertThat(parent.resolve("received 1.eigenstudy")).doesNotExist();
        assertThat(parent.resolve("received 2.eigenstudy")).exists();
    }

    @Test
    void filesOfOtherNamesStay() throws EigenscopeException, IOException {
        Path own = Files.writeString(parent.resolve("mine.eigenstudy"), "mine");
        Files.setLastModifiedTime(own, FileTime.fromMillis(1));
        for (int i = 1; i <= 40; i++) {
            old(i);
        }
        ReceivedStudy.create(parent, "now", MEBIBYTE).close();
        assertThat(own).exists();
    }
}
