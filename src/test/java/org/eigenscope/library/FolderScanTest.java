package org.eigenscope.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.FileNames;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.library.FolderListing.FoundFile;
import org.eigenscope.progress.CancelSource;
import org.eigenscope.progress.CancelToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FolderScanTest {
    /** Takes every file called .npy for one, and must not be asked to open any. */
    private static final FileOpener BY_NAME = new FileOpener() {
        @Override
        public MatrixFile open(Path path, CancelToken cancel) {
            throw new AssertionError(path + " was opened");
        }

        @Override
        public Optional<String> recognise(Path path, CancelToken cancel) {
            return path.toString().endsWith(".npy") ? Optional.of("npy") : Optional.empty();
        }
    };

    @TempDir
    Path folder;

    private void file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.createFile(file);
    }

    @Test
    @DisabledOnOs({OS.WINDOWS, OS.MAC})
    void namesThatAreNotTextAreCountedAndSaid() throws Exception {
        file("good.npy");
        for (String name : List.of("a\\374.npy", "b\\374.npy")) {
            // no path of Java's leads to these bytes
            int status = new ProcessBuilder("sh", "-c", ": > \"$(printf '" + name + "')\"")
                    .directory(folder.toFile())
                    .start()
                    .waitFor();
            assertThat(status).isZero();
        }
        FolderListing listing = scan();
        assertThat(found(listing)).containsExactly("good.npy");
        assertThat(listing.remarks())
                .singleElement()
                .asString()
                .startsWith("2 files and folders were left out, because the name is not text in the encoding")
                .contains(FileNames.advice());
    }

    private FolderListing scan(FolderScan.Limits limits) throws EigenscopeException {
        return new FolderScan(BY_NAME, CancelToken.NONE, limits).scan(folder);
    }

    private FolderListing scan() throws EigenscopeException {
        return scan(FolderScan.Limits.USUAL);
    }

    private List<String> found(FolderListing listing) {
        return listing.allFiles().stream()
                .map(FoundFile::path)
                .map(path -> folder.relativize(path).toString().replace('\\', '/'))
                .toList();
    }

    @Test
    void filesAreSortedAsPeopleSortThem() throws Exception {
        for (String name : List.of("layer10.npy", "layer2.npy", "b/x10.npy", "b/x9.npy", "a/y.npy")) {
            file(name);
        }
        assertThat(found(scan())).containsExactly("layer2.npy", "layer10.npy", "a/y.npy", "b/x9.npy", "b/x10.npy");
    }

    @Test
    void otherFilesAndFoldersWithoutMatricesAreLeftOut() throws Exception {
        file("notes.txt");
        file("docs/more.txt");
        file(".git/object.npy");
        file("w.npy");
        FolderListing listing = scan();
        assertThat(found(listing)).containsExactly("w.npy");
        assertThat(listing.folders()).isEmpty();
        assertThat(listing.remarks()).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void linksThatLeadBackUpAreNotFollowedAndSaidSo() throws Exception {
        file("a/w.npy");
        Files.createSymbolicLink(folder.resolve("a/up"), folder);
        FolderListing listing = scan();
        assertThat(found(listing)).containsExactly("a/w.npy");
        assertThat(listing.remarks())
                .singleElement()
                .asString()
                .startsWith("Links to folders that are listed already were not followed");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void linkedFilesAndFoldersAreListed() throws Exception {
        Path store = Files.createDirectory(folder.resolve(".store"));
        Files.createFile(store.resolve("blob.npy"));
        Files.createSymbolicLink(folder.resolve("w.npy"), store.resolve("blob.npy"));
        Files.createSymbolicLink(folder.resolve("linked"), store);
        assertThat(found(scan())).containsExactly("w.npy", "linked/blob.npy");
    }

    @Test
    void foldersNestedTooDeepAreLeftOutAndSaidSo() throws Exception {
        file("1/2/3/w.npy");
        file("1/w.npy");
        FolderListing listing = scan(new FolderScan.Limits(3, 100, 100));
        assertThat(found(listing)).containsExactly("1/w.npy");
        assertThat(listing.remarks()).containsExactly("Folders nested deeper than 3 were not looked into.");
    }

    @Test
    void hugeFoldersAreCutShortAndSaidSo() throws Exception {
        for (int i = 0; i < 9; i++) {
            file("w" + i + ".npy");
        }
        assertThat(scan(new FolderScan.Limits(9, 100, 4)).size()).isEqualTo(4);
        assertThat(scan(new FolderScan.Limits(9, 100, 4)).remarks())
                .containsExactly("Only the first 4 matrix files are listed.");
        assertThat(scan(new FolderScan.Limits(9, 5, 100)).remarks())
                .containsExactly("Only the first 5 files and folders were looked at.");
    }

    @Test
    void aFileIsNoFolder() throws Exception {
        file("w.npy");
        FolderScan scan = new FolderScan(BY_NAME, CancelToken.NONE, FolderScan.Limits.USUAL);
        assertThatThrownBy(() -> scan.scan(folder.resolve("w.npy")))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("is not a folder");
    }

    @Test
    void aScanCanBeCancelled() throws Exception {
        file("w.npy");
        CancelSource cancel = new CancelSource();
        cancel.cancel();
        FolderScan scan = new FolderScan(BY_NAME, cancel, FolderScan.Limits.USUAL);
        assertThatThrownBy(() -> scan.scan(folder)).isInstanceOf(CancelledException.class);
    }

    @Test
    void realFilesAreKnownByTheirContentOrByHoldingAMatrix() throws Exception {
        Files.writeString(folder.resolve("numbers"), "1 2\n3 4\n");
        Files.writeString(folder.resolve("named.csv"), "a,b\n1,2\n3,4\n");
        Files.writeString(folder.resolve("README.txt"), "Some words.\nMore words.\n");
        Files.writeString(folder.resolve("empty.npy"), "");
        FolderListing listing =
                new FolderScan(new MatrixFileOpener(), CancelToken.NONE, FolderScan.Limits.USUAL).scan(folder);
        assertThat(found(listing)).containsExactly("named.csv", "numbers");
    }
}
