package org.eigenscope.ui.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eigenscope.analysis.TensorSpectrum;
import org.eigenscope.bridge.Received;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.library.FolderListing;
import org.eigenscope.library.MatrixFileOpener;
import org.eigenscope.library.SelectedTensor;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.SpectrumOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceivedFolderTest {
    private static final String OTHER_PROCESS = "1-00000000-0000-0000-0000-000000000000";

    @TempDir
    private Path parent;

    private ReceivedFolder received;

    @BeforeEach
    void make() {
        received = new ReceivedFolder(parent);
    }

    @AfterEach
    void close() {
        received.close();
    }

    private Path write(Received arrived) throws EigenscopeException {
        Path file = received.file(arrived.label()).orElseThrow();
        received.write(arrived, file);
        return file;
    }

    @Test
    void fileHasTheSpectrumThatWasSent() throws EigenscopeException {
        Path file = write(ReceivedSamples.of("b20", "fc2.weight", 3));
        try (MatrixFile opened = new MatrixFileOpener().open(file, CancelToken.NONE)) {
            double[] values = TensorSpectrum.of(
                            SelectedTensor.of(opened, Optional.empty()),
                            SpectrumOptions.withDefaults(),
                            ProgressListener.NONE,
                            CancelToken.NONE)
                    .spectrum()
                    .ascending();
            assertThat(values).hasSize(ReceivedSamples.ROWS);
            assertThat(values[0]).isCloseTo(4, within(1e-12));
            assertThat(values[19]).isCloseTo(80, within(1e-12));
        }
    }

    @Test
    void plainNamesAreNamesOfFolderAndFile() throws EigenscopeException {
        Path file = write(ReceivedSamples.of("b20", "fc2.weight", 3));
        assertThat(file.getFileName()).hasToString("fc2.weight.mtx");
        assertThat(file.getParent().getFileName()).hasToString("b20");
    }

    @Test
    void laterStepTakesTheSameFile() throws EigenscopeException {
        Path first = write(ReceivedSamples.of("b20", "fc2.weight", 3));
        assertThat(write(ReceivedSamples.of("b20", "fc2.weight", 4))).isEqualTo(first);
        assertThat(received.run(first).files()).hasSize(1);
    }

    @Test
    void runIsAFolderOfItsMatricesInTheirOrder() throws EigenscopeException {
        Path file = write(ReceivedSamples.of("b20", "fc2", 0));
        write(ReceivedSamples.of("b20", "fc1", 0));
        write(ReceivedSamples.of("b100", "fc1", 0));
        assertThat(received.run(file).files().stream().map(FolderListing.FoundFile::path))
                .extracting(path -> path.getFileName().toString())
                .containsExactly("fc2.mtx", "fc1.mtx");
        assertThat(received.names("b20")).containsExactly("fc2", "fc1");
    }

    @Test
    void namesThatLeadElsewhereStayInTheFolder() throws EigenscopeException {
        List<String> names = List.of(
                "../../../etc/passwd",
                "..",
                ".",
                "/etc/passwd",
                "C:\\windows\\x",
                "a/../../b",
                ".hidden",
                "%2e%2e%2f",
                "con",
                "nul.txt",
                "lock",
                "a\u2028b",
                "x".repeat(200),
                "\uD83D\uDE00".repeat(90),
                "name ",
                "-rf");
        Set<String> files = new HashSet<>();
        for (String run : names) {
            for (String name : names.subList(0, 6)) {
                Path file = write(ReceivedSamples.of(run, name, 0));
                assertThat(file.getParent().getParent().getParent()).as(run).isEqualTo(parent.toAbsolutePath());
                assertThat(received.holds(file)).as(name).isTrue();
                assertThat(received.label(file).map(Received.Label::name)).contains(name);
                files.add(file.toString().toLowerCase(Locale.ROOT));
            }
        }
        assertThat(files).hasSize(names.size() * 6);
    }

    @Test
    void namesThatDifferInCaseAloneAreDifferentFiles() throws EigenscopeException {
        Path upper = write(ReceivedSamples.of("b", "W", 0));
        Path lower = write(ReceivedSamples.of("b", "w", 0));
        assertThat(lower.toString().toLowerCase(Locale.ROOT))
                .isNotEqualTo(upper.toString().toLowerCase(Locale.ROOT));
        assertThat(received.names("b")).containsExactly("W", "w");
    }

    @Test
    void filesAreAtMost512() {
        for (int i = 0; i < 512; i++) {
            assertThat(received.file(ReceivedSamples.of("b", "w" + i, 0).label()))
                    .isPresent();
        }
        assertThat(received.file(ReceivedSamples.of("b", "more", 0).label())).isEmpty();
        assertThat(received.file(ReceivedSamples.of("b", "w7", 1).label())).isPresent();
    }

    @Test
    void closingRemovesTheFiles() throws EigenscopeException {
        write(ReceivedSamples.of("b", "w", 0));
        received.close();
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void folderOfAKilledProcessIsRemoved() throws IOException {
        Path run = Files.createDirectories(parent.resolve(OTHER_PROCESS).resolve("run"));
        Files.writeString(run.resolve("w.mtx"), "left");
        ReceivedFolder.removeLeft(parent);
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void folderThatIsInUseStays() throws IOException {
        Path used = Files.createDirectories(parent.resolve(OTHER_PROCESS));
        try (FileChannel lock = OwnFolders.lock(used.resolve("lock")).orElseThrow()) {
            ReceivedFolder.removeLeft(parent);
            assertThat(used).exists();
            assertThat(lock.isOpen()).isTrue();
        }
    }

    @Test
    void windowOfTheSameProcessKeepsItsFolder() throws EigenscopeException {
        Path file = write(ReceivedSamples.of("b", "w", 0));
        ReceivedFolder.removeLeft(parent);
        assertThat(file).exists();
    }

    @Test
    void otherFoldersAndLinksStay() throws IOException {
        Path kept = Files.createDirectories(parent.resolve("kept"));
        Path elsewhere = Files.createDirectories(parent.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("mine"), "mine");
        Path link = Files.createSymbolicLink(parent.resolve(OTHER_PROCESS), elsewhere);
        ReceivedFolder.removeLeft(parent);
        assertThat(kept).exists();
        assertThat(link).exists();
        assertThat(elsewhere.resolve("mine")).exists();
    }

    @Test
    void linkInALeftFolderIsRemovedAndNotFollowed() throws IOException {
        Path elsewhere = Files.createDirectories(parent.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("mine"), "mine");
        Path left = Files.createDirectories(parent.resolve(OTHER_PROCESS));
        Files.createSymbolicLink(left.resolve("run"), elsewhere);
        ReceivedFolder.removeLeft(parent);
        assertThat(left).doesNotExist();
        assertThat(elsewhere.resolve("mine")).exists();
    }
}
