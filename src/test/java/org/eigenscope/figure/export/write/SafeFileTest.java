package org.eigenscope.figure.export.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eigenscope.error.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeFileTest {
    @TempDir
    private Path folder;

    @Test
    void replacesAFileAsAWhole() throws Exception {
        Path file = folder.resolve("figure.svg");
        Files.writeString(file, "old");
        SafeFile.write(file, out -> out.write("new".getBytes(StandardCharsets.UTF_8)));
        assertThat(file).hasContent("new");
        assertThat(folder.toFile().list()).containsExactly("figure.svg");
    }

    @Test
    void keepsTheOldFileAndLeavesNothingWhenTheNewOneFails() throws Exception {
        Path file = folder.resolve("figure.svg");
        Files.writeString(file, "old");
        assertThatThrownBy(() -> SafeFile.write(file, out -> {
                    out.write('n');
                    throw new IOException("the disk is full");
                }))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("figure.svg cannot be written: the disk is full.");
        assertThat(file).hasContent("old");
        assertThat(folder.toFile().list()).containsExactly("figure.svg");
    }

    @Test
    void saysWhichFolderIsMissing() {
        Path file = folder.resolve("nowhere").resolve("figure.svg");
        assertThatThrownBy(() -> SafeFile.write(file, out -> {}))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("there is no folder " + file.getParent());
    }

    @Test
    void doesNotWriteOverAFolder() {
        assertThatThrownBy(() -> SafeFile.write(folder, out -> {}))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("is a folder");
    }

    @Test
    void placeIsTriedWithoutATrace() throws Exception {
        SafeFile.requirePlace(folder.resolve("figure.svg"));
        assertThat(folder.toFile().list()).isEmpty();
    }

    @Test
    void placesThatCannotBeWrittenToAreRefusedBeforehand() {
        for (String name : new String[] {"nowhere/figure.svg", "a".repeat(300) + ".svg"}) {
            assertThatThrownBy(() -> SafeFile.requirePlace(folder.resolve(name)))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageContaining("svg cannot be written: ");
        }
        assertThatThrownBy(() -> SafeFile.requirePlace(folder)).hasMessageContaining("is a folder");
    }

    @Test
    void leavesNoFileBesideWhileTheContentIsBeingMade() throws Exception {
        Path file = folder.resolve("figure.svg");
        SafeFile.write(file, out -> {
            out.write(new byte[1 << 20]);
            assertThat(folder.toFile().list()).isEmpty();
        });
        assertThat(file).hasSize(1 << 20);
    }

    @Test
    void writesNamesAsLongAsTheFileSystemTakesThem() throws Exception {
        Path file = folder.resolve("a".repeat(251) + ".svg");
        SafeFile.write(file, out -> out.write('n'));
        assertThat(file).hasContent("n");
    }
}
