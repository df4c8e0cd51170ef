package org.eigenscope.ui.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.library.FileOpener;
import org.eigenscope.library.MatrixLibrary;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.ui.task.ActivityModel;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.ManualExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryModelTest {
    private static final Path NET = Path.of("net.npz").toAbsolutePath();

    private static final FileOpener OPENER = (path, cancel) -> {
        if (path.toString().endsWith(".npz")) {
            return new FakeMatrixFile(path, "small 4×9", "large 20×30", "bias 20");
        }
        throw new BadInputException(path.getFileName() + " is of no known format.");
    };

    private final ManualExecutor work = new ManualExecutor();
    private final List<Path> opened = new ArrayList<>();
    private final LibraryModel library = new LibraryModel(
            new MatrixLibrary(OPENER), new LatestTask(work, work, new ActivityModel(() -> 0)), opened::add);

    private void open(String... paths) {
        library.openPaths(
                List.of(paths).stream().map(Path::of).map(Path::toAbsolutePath).toList());
        work.runAll();
    }

    private String selectedName() {
        return library.selectedProperty().get().map(LibraryTensor::displayName).orElse("");
    }

    @Test
    void listsTheTensorsOfAFile() {
        open("net.npz");
        assertThat(library.files().get(0).tensors())
                .extracting(LibraryTensor::facts)
                .containsExactly("4×9", "20×30", "20");
    }

    @Test
    void selectsTheTensorWithTheMostEigenvalues() {
        open("net.npz");
        assertThat(selectedName()).isEqualTo("large 20×30");
    }

    @Test
    void selectsTheTensorTheUserNamed() {
        library.open(List.of(new MatrixTarget(NET, Optional.of("small 4×9"))));
        work.runAll();
        assertThat(selectedName()).isEqualTo("small 4×9");
    }

    @Test
    void saysWhenThereIsNoTensorOfThatName() {
        library.open(List.of(new MatrixTarget(NET, Optional.of("fc9"))));
        work.runAll();
        assertThat(library.failureProperty().get()).isEqualTo("There is no tensor “fc9” in net.npz.");
    }

    @Test
    void oneBadFileDoesNotKeepTheOthersOut() {
        open("a.npz", "notes.doc", "b.npz");
        assertThat(library.files()).hasSize(2);
        assertThat(library.failureProperty().get()).isEqualTo("notes.doc is of no known format.");
    }

    private static void fill(Path folder, String... names) throws IOException {
        for (String name : names) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.createFile(file);
        }
    }

    private LibraryFolder openFolder(Path folder) {
        open(folder.toString());
        return library.folders().get(0);
    }

    @Test
    void aFolderShowsItsReadableFilesAsATree(@TempDir Path folder) throws IOException {
        fill(folder, "b10.npz", "b2.npz", "readme.txt", "sub/c.npz");
        LibraryFolder opened = openFolder(folder);
        assertThat(opened.entries()).extracting(LibraryEntry::displayName).containsExactly("b2.npz", "b10.npz");
        assertThat(opened.folders()).extracting(LibraryFolder::displayName).containsExactly("sub");
        assertThat(library.failureProperty().get()).isEmpty();
    }

    @Test
    void theFilesOfAFolderAreListedInTheBackgroundAndOneIsSelected(@TempDir Path folder) throws IOException {
        fill(folder, "a.npz", "sub/b.npz");
        LibraryFolder opened = openFolder(folder);
        assertThat(opened.allEntries())
                .allMatch(entry -> entry.fileProperty().get().isPresent());
        assertThat(selectedName()).isEqualTo("large 20×30");
        assertThat(LibraryModelTest.this.opened).containsExactly(folder);
    }

    @Test
    void whatTheUserOpensComesBeforeTheRestOfAFolder(@TempDir Path folder) throws IOException {
        for (int i = 0; i < 40; i++) {
            fill(folder, "w" + i + ".npz");
        }
        library.openPaths(List.of(folder));
        work.runNext();
        library.openPaths(List.of(NET));
        while (library.files().isEmpty()) {
            work.runNext();
        }
        assertThat(library.folders().get(0).allEntries())
                .filteredOn(entry -> entry.fileProperty().get().isPresent())
                .hasSizeLessThan(40);
    }

    @Test
    void filesThatWereNotListedWhenTheUserStoppedCanBeAskedForLater(@TempDir Path folder) throws IOException {
        fill(folder, "a.npz");
        library.openPaths(List.of(folder));
        while (library.folders().isEmpty()) {
            work.runNext();
        }
        library.cancelOpening();
        work.runAll();
        LibraryEntry entry = library.folders().get(0).entries().get(0);
        assertThat(entry.fileProperty().get()).isEmpty();
        library.list(entry);
        work.runAll();
        assertThat(entry.fileProperty().get()).isPresent();
    }

    @Test
    void closingAFolderClosesItsSelection(@TempDir Path folder) throws IOException {
        fill(folder, "a.npz");
        library.close(openFolder(folder));
        assertThat(library.folders()).isEmpty();
        assertThat(library.selectedProperty().get()).isEmpty();
    }

    @Test
    void openingAFolderAgainLooksAnew(@TempDir Path folder) throws IOException {
        fill(folder, "a.npz");
        openFolder(folder);
        fill(folder, "b.npz");
        assertThat(openFolder(folder).entries()).hasSize(2);
        assertThat(library.folders()).hasSize(1);
    }

    @Test
    void aFolderWithoutMatricesSaysSo(@TempDir Path folder) {
        open(folder.toString());
        assertThat(library.failureProperty().get()).startsWith("There is no file with a matrix in the folder");
    }

    @Test
    void filesOpenedWhileOthersAreBeingOpenedAreListedAsWell() {
        library.openPaths(List.of(Path.of("a.npz").toAbsolutePath()));
        library.openPaths(List.of(Path.of("b.npz").toAbsolutePath()));
        work.runAll();
        assertThat(library.files()).hasSize(2);
    }

    @Test
    void openingAFileAgainListsItOnce() {
        open("net.npz");
        open("net.npz");
        assertThat(library.files()).hasSize(1);
    }

    @Test
    void openedFilesAreRememberedAndSamplesAreNot() {
        open("net.npz");
        library.openSamples(List.of(new MatrixTarget(Path.of("s.npz").toAbsolutePath(), Optional.empty())), false);
        work.runAll();
        assertThat(opened).containsExactly(NET);
    }

    @Test
    void samplesListedBesideAnOpenFileLeaveTheSelectionAlone() {
        open("net.npz");
        Optional<LibraryTensor> before = library.selectedProperty().get();
        library.openSamples(List.of(new MatrixTarget(Path.of("s.npz").toAbsolutePath(), Optional.empty())), false);
        work.runAll();
        assertThat(library.selectedProperty().get()).isEqualTo(before);
    }

    @Test
    void selectingASkippedTensorSaysWhyAndLeavesNoOtherSelected() {
        open("net.npz");
        library.select(library.files().get(0).tensors().get(2));
        assertThat(library.failureProperty().get())
                .isEqualTo("No spectrum can be taken of “bias 20”: it has one dimension.");
        assertThat(library.selectedProperty().get()).isEmpty();
    }

    @Test
    void closingTheSelectedFileSelectsNothing() {
        open("net.npz");
        library.close(library.files().get(0));
        assertThat(library.selectedProperty().get()).isEmpty();
        assertThat(library.files()).isEmpty();
    }

    @Test
    void cancellingLeavesWhatIsListedAndAllowsTheNext() {
        open("a.npz");
        library.openPaths(List.of(Path.of("b.npz").toAbsolutePath()));
        library.cancelOpening();
        work.runAll();
        open("c.npz");
        assertThat(library.files()).extracting(LibraryFile::displayName).containsExactly("a.npz", "c.npz");
    }

    @Test
    void theFilterLooksAtNamesAndShapes() {
        open("net.npz");
        LibraryFile file = library.files().get(0);
        library.filterProperty().set("20×30");
        assertThat(file.tensors()).filteredOn(t -> library.matches(file, t)).hasSize(1);
        library.filterProperty().set("NET");
        assertThat(file.tensors()).allMatch(t -> library.matches(file, t));
    }
}
