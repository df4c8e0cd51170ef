package org.eigenscope.figure.export.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.eigenscope.error.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    private static final SafeFile.Content NEW = out -> out.write("new".getBytes(StandardCharsets.UTF_8));

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void symbolicLinkStaysAndWhatItLeadsToIsReplaced() throws Exception {
        Path real =
                Files.writeString(Files.createDirectory(folder.resolve("there")).resolve("real.svg"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.svg"), Path.of("there", "real.svg"));
        SafeFile.write(link, NEW);
        assertThat(link).isSymbolicLink();
        assertThat(real).hasContent("new");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void symbolicLinkToNothingYetIsFilled() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link.svg"), Path.of("real.svg"));
        SafeFile.write(link, NEW);
        assertThat(link).isSymbolicLink();
        assertThat(folder.resolve("real.svg")).hasContent("new");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void symbolicLinkToItselfIsRefused() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link.svg"), Path.of("link.svg"));
        assertThatThrownBy(() -> SafeFile.write(link, NEW))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("symbolic link");
    }

    @ParameterizedTest
    @DisabledOnOs(OS.WINDOWS)
    @ValueSource(strings = {"rw-------", "rw-rw-rw-", "rwxr-x---"})
    void permissionsAreKept(String permissions) throws Exception {
        Path file = Files.writeString(folder.resolve("figure.svg"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        SafeFile.write(file, NEW);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo(permissions);
        assertThat(file).hasContent("new");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void deviceIsNotReplaced() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link.svg"), Path.of("/dev/null"));
        assertThatThrownBy(() -> SafeFile.write(link, NEW))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("is a device or a pipe");
        assertThatThrownBy(() -> SafeFile.requirePlace(link)).isInstanceOf(BadInputException.class);
    }
}
