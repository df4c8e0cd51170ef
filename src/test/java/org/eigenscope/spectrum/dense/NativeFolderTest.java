package org.eigenscope.spectrum.dense;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
class NativeFolderTest {
    @TempDir
    private Path parent;

    private static String permissions(Path folder) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
    }

    @Test
    void newFolderIsForItsOwnerAlone() throws Exception {
        Path folder = parent.resolve("a").resolve("natives");
        assertThat(NativeFolder.of(List.of(folder))).isEqualTo(folder);
        assertThat(permissions(folder)).isEqualTo("rwx------");
        assertThat(NativeFolder.of(List.of(folder))).as("the next run").isEqualTo(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxrwxrwx", "rwxr-xr-x", "rwx-w----", "rwx-----x"})
    void folderThatOthersMayLookIntoIsNotUsed(String open) throws Exception {
        Path folder = Files.createDirectory(parent.resolve("natives"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(open));
        Path used = NativeFolder.of(List.of(folder));
        assertThat(used).isNotEqualTo(folder);
        assertThat(permissions(used)).isEqualTo("rwx------");
        Files.delete(used);
    }

    @Test
    void linkToAFolderIsNotUsed() throws Exception {
        Path real = Files.createDirectory(
                parent.resolve("real"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path link = Files.createSymbolicLink(parent.resolve("natives"), real);
        Path used = NativeFolder.of(List.of(link));
        assertThat(used).isNotEqualTo(link);
        Files.delete(used);
    }

    @Test
    void theNextPlaceIsTakenWhereTheFirstCannotBeMade() throws Exception {
        Path file = Files.writeString(parent.resolve("file"), "");
        Path second = parent.resolve("second");
        assertThat(NativeFolder.of(List.of(file.resolve("natives"), second))).isEqualTo(second);
    }

    @Test
    void libraryThatIsNotTheOneInTheJarIsRemovedBeforeItCouldBeLoaded() throws Exception {
        Path folder = NativeFolder.of(List.of(parent.resolve("natives")));
        Path planted = folder.resolve("openblas-linux.jar/org/bytedeco/openblas/linux-x86_64/libopenblas.so.0");
        Files.createDirectories(planted.getParent());
        Files.writeString(planted, "planted");
        Path unknown = Files.writeString(planted.resolveSibling("libother.so"), "planted");
        assertThat(NativeFolder.of(List.of(folder))).isEqualTo(folder);
        assertThat(planted).doesNotExist();
        assertThat(unknown).doesNotExist();
    }

    @Test
    void fileThatIsTheOneInTheJarStays() throws Exception {
        Path folder = NativeFolder.of(List.of(parent.resolve("natives")));
        String resource = "org/bytedeco/openblas/global/openblas.class";
        Path unpacked = folder.resolve("openblas.jar").resolve(resource);
        Files.createDirectories(unpacked.getParent());
        try (var in = NativeFolder.class.getClassLoader().getResourceAsStream(resource)) {
            Files.copy(in, unpacked);
        }
        NativeFolder.of(List.of(folder));
        assertThat(unpacked).exists();
    }

    @Test
    void homeThatIsNoPathFromTheRootIsNoPlace() {
        String before = System.getProperty("user.home");
        try {
            System.setProperty("user.home", "?");
            assertThat(NativeFolder.usualPlaces()).allMatch(Path::isAbsolute);
        } finally {
            System.setProperty("user.home", before);
        }
    }
}
