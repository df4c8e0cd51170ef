package org.eigenscope.natives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;
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

    /** The smallest one of this platform. */
    private static NativeLibrary small() throws IOException {
        return NativeLibrary.ofPlatform(Loader.getPlatform()).stream()
                .filter(library -> library.place().contains("jnijavacpp"))
                .findFirst()
                .orElseThrow();
    }

    private static String permissions(Path folder) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
    }

    private static Path unpacked(Path... kept) throws IOException {
        return NativeFolder.unpacked(List.of(kept), List.of(small()));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }

    @Test
    void everyLibraryOnTheClassPathIsTheKnownOne() throws Exception {
        Path folder = Files.createDirectory(parent.resolve("natives"));
        List<NativeLibrary> libraries = NativeLibrary.ofPlatform(Loader.getPlatform());
        assertThat(libraries).hasSizeGreaterThan(2);
        for (NativeLibrary library : libraries) {
            Files.createDirectories(library.in(folder).getParent());
            try (var in = NativeFolder.class.getClassLoader().getResourceAsStream(library.place())) {
                Files.copy(in, library.in(folder));
            }
            assertThat(library.isIn(folder)).as(library.place()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"linux-x86_64", "linux-arm64", "macosx-x86_64", "macosx-arm64", "windows-x86_64"})
    void everyPlatformHasItsLibraries(String platform) throws Exception {
        assertThat(NativeLibrary.ofPlatform(platform))
                .anyMatch(library -> library.place().contains("jniopenblas"))
                .anyMatch(library -> library.place().contains("libopenblas"))
                .allMatch(library -> library.digest().matches("[0-9a-f]{64}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Linux/x86_64",
                "Linux/aarch64",
                "Linux-Musl/x86_64",
                "Linux-Musl/aarch64",
                "Mac/x86_64",
                "Mac/aarch64",
                "Windows/x86_64",
                "Windows/aarch64"
            })
    void everyPlatformHasSqlite(String platform) throws Exception {
        NativeLibrary library = NativeLibrary.ofSqlite(platform).orElseThrow();
        Path folder = parent.resolve("natives-sqlite");
        assertThat(NativeFolder.unpacked(List.of(folder), List.of(library))).isEqualTo(folder);
        assertThat(library.isIn(folder)).isTrue();
    }

    @Test
    void newFolderIsForItsOwnerAlone() throws Exception {
        Path folder = parent.resolve("a").resolve("natives");
        assertThat(unpacked(folder)).isEqualTo(folder);
        assertThat(permissions(folder)).isEqualTo("rwx------");
        assertThat(small().isIn(folder)).isTrue();
        assertThat(unpacked(folder)).as("the next run").isEqualTo(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxrwxrwx", "rwxr-xr-x", "rwx-w----", "rwx-----x"})
    void folderThatOthersMayLookIntoIsNotUsed(String open) throws Exception {
        Path folder = Files.createDirectory(parent.resolve("natives"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(open));
        Path used = unpacked(folder);
        assertThat(used).isNotEqualTo(folder);
        assertThat(permissions(used)).isEqualTo("rwx------");
        delete(used);
    }

    @Test
    void linkToAFolderIsNotUsed() throws Exception {
        Path real = Files.createDirectory(
                parent.resolve("real"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path link = Files.createSymbolicLink(parent.resolve("natives"), real);
        Path used = unpacked(link);
        assertThat(used).isNotEqualTo(link);
        delete(used);
    }

    @Test
    void theNextPlaceIsTakenWhereTheFirstCannotBeMade() throws Exception {
        Path file = Files.writeString(parent.resolve("file"), "");
        Path second = parent.resolve("second");
        assertThat(unpacked(file.resolve("natives"), second)).isEqualTo(second);
    }

    @Test
    void libraryThatIsNotTheKnownOneIsReplacedBeforeItCouldBeLoaded() throws Exception {
        Path folder = unpacked(parent.resolve("natives"));
        Files.writeString(small().in(folder), "planted");
        Path unknown = Files.writeString(small().in(folder).resolveSibling("libother.so"), "planted");
        assertThat(unpacked(folder)).isEqualTo(folder);
        assertThat(small().isIn(folder)).isTrue();
        assertThat(unknown).doesNotExist();
    }

    @Test
    void linkInPlaceOfALibraryIsReplaced() throws Exception {
        Path folder = unpacked(parent.resolve("natives"));
        Path elsewhere = Files.move(small().in(folder), parent.resolve("elsewhere.so"));
        Files.createSymbolicLink(small().in(folder), elsewhere);
        unpacked(folder);
        assertThat(small().in(folder)).isRegularFile();
        assertThat(Files.isSymbolicLink(small().in(folder))).isFalse();
    }

    @Test
    void libraryOfTheSameLengthWithAnotherByteIsNotTheKnownOne() throws Exception {
        Path file = small().in(unpacked(parent.resolve("natives")));
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThat(small().isIn(parent.resolve("natives"))).isFalse();
    }

    @Test
    void libraryOnTheClassPathThatIsNotTheKnownOneIsRefused() throws Exception {
        Path folder = parent.resolve("natives");
        List<NativeLibrary> other = List.of(new NativeLibrary(small().place(), "0".repeat(64)));
        assertThatThrownBy(() -> NativeFolder.unpacked(List.of(folder), other))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is not the known one");
        assertThat(small().in(folder)).doesNotExist();
    }

    @Test
    void changedLibraryOfTheInstalledProgramIsNotPutRightButRefused() throws Exception {
        Path folder = unpacked(parent.resolve("natives"));
        assertThat(NativeFolder.installed(folder, List.of(small()))).isEqualTo(folder);
        Files.writeString(small().in(folder), "planted");
        assertThatThrownBy(() -> NativeFolder.installed(folder, List.of(small())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("changed since it was installed");
        assertThat(small().in(folder)).hasContent("planted");
    }

    @Test
    void homeThatIsNoPathFromTheRootIsNoPlace() {
        String before = System.getProperty("user.home");
        try {
            System.setProperty("user.home", "?");
            assertThat(NativeFolder.usualPlaces("natives")).allMatch(Path::isAbsolute);
        } finally {
            System.setProperty("user.home", before);
        }
    }
}
