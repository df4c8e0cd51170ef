package org.eigenscope.ui.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eigenscope.analysis.FileOpener;
import org.eigenscope.analysis.MatrixLibrary;
import org.eigenscope.analysis.MatrixTarget;
import org.eigenscope.error.BadInputException;
import org.eigenscope.ui.work.ActivityModel;
import org.eigenscope.ui.work.LatestTask;
import org.eigenscope.ui.work.ManualExecutor;
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
                .extracting(LibraryTensor::shape)
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

    @Test
    void aFolderListsItsReadableFiles(@TempDir Path folder) throws IOException {
        for (String name : List.of("b.npz", "a.npz", "readme.txt")) {
            Files.createFile(folder.resolve(name));
        }
        open(folder.toString());
        assertThat(library.files()).extracting(LibraryFile::displayName).containsExactly("a.npz", "b.npz");
        assertThat(library.failureProperty().get()).isEmpty();
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
    void selectingASkippedTensorSaysWhyAndKeepsTheSelection() {
        open("net.npz");
        library.select(library.files().get(0).tensors().get(2));
        assertThat(library.failureProperty().get())
                .isEqualTo("No spectrum can be taken of “bias 20”: it has one dimension.");
        assertThat(selectedName()).isEqualTo("large 20×30");
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
