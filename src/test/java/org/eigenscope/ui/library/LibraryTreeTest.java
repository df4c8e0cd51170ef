package org.eigenscope.ui.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.TreeItem;
import org.eigenscope.error.BadInputException;
import org.eigenscope.library.FileOpener;
import org.eigenscope.library.FolderListing;
import org.eigenscope.library.MatrixLibrary;
import org.eigenscope.ui.task.ActivityModel;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.ManualExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryTreeTest {
    private static final FileOpener OPENER = (path, cancel) -> {
        if (path.toString().endsWith(".npz")) {
            return new FakeMatrixFile(path, "small 4×9", "large 20×30", "bias 20");
        }
        if (path.toString().endsWith(".npy")) {
            return new FakeMatrixFile(path, "only 20×30");
        }
        throw new BadInputException(path.getFileName() + " is of no known format.");
    };

    @TempDir
    Path folder;

    private final ManualExecutor work = new ManualExecutor();
    private final LibraryModel library = new LibraryModel(
            new MatrixLibrary(OPENER), new LatestTask(work, work, new ActivityModel(() -> 0)), path -> {});
    private final LibraryTree tree = new LibraryTree(library);

    @BeforeEach
    void fillTheFolder() throws IOException {
        for (String name : List.of("w10.npz", "w2.npz", "epoch2/deep.npz", "epoch10/deep.npz")) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.createFile(file);
        }
    }

    private void openFolder() {
        library.openPaths(List.of(folder));
        while (library.folders().isEmpty()) {
            work.runNext();
        }
        tree.rebuild();
    }

    private TreeItem<LibraryItem> item(String name) {
        return all(tree.root()).stream()
                .filter(item -> label(item).equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> labels() {
        return all(tree.root()).stream().map(LibraryTreeTest::label).toList();
    }

    private static List<TreeItem<LibraryItem>> all(TreeItem<LibraryItem> item) {
        List<TreeItem<LibraryItem>> items = new ArrayList<>();
        for (TreeItem<LibraryItem> child : item.getChildren()) {
            items.add(child);
            items.addAll(all(child));
        }
        return items;
    }

    private static String label(TreeItem<LibraryItem> item) {
        LibraryItem value = item.getValue();
        if (value instanceof LibraryItem.Directory directory) {
            return directory.folder().displayName();
        }
        if (value instanceof LibraryItem.Entry entry) {
            return entry.entry().displayName();
        }
        return value instanceof LibraryItem.Tensor tensor ? tensor.tensor().displayName() : value.toString();
    }

    @Test
    void foldersComeFirstAndNamesAreSortedAsPeopleSortThem() {
        openFolder();
        assertThat(labels())
                .containsExactly(
                        folder.getFileName().toString(),
                        "epoch2",
                        "deep.npz",
                        "epoch10",
                        "deep.npz",
                        "w2.npz",
                        "w10.npz");
    }

    @Test
    void aFileCanBeUnfoldedBeforeItIsListed() {
        openFolder();
        assertThat(item("w2.npz").isLeaf()).isFalse();
        assertThat(item("w2.npz").getChildren()).isEmpty();
    }

    @Test
    void tensorsAppearUnderTheirFileOnceListed() {
        openFolder();
        TreeItem<LibraryItem> file = item("w2.npz");
        file.setExpanded(true);
        work.runAll();
        assertThat(file.getChildren()).hasSize(3);
        assertThat(file.isExpanded()).isTrue();
    }

    @Test
    void aFileWithOneMatrixIsOneLine() throws IOException {
        Files.createFile(folder.resolve("epoch2/only.npy"));
        openFolder();
        work.runAll();
        TreeItem<LibraryItem> file = item("only.npy");
        assertThat(file.isLeaf()).isTrue();
        assertThat(file.getValue().matrix()).map(LibraryTensor::displayName).contains("only 20×30");
        assertThat(tree.reveal(file.getValue().matrix().orElseThrow())).contains(file);
        library.openPaths(List.of(folder.resolve("epoch2/only.npy")));
        work.runAll();
        tree.rebuild();
        assertThat(tree.root().getChildren().get(0).isLeaf()).isTrue();
    }

    @Test
    void filesAndFoldersOfOneNameShowAsMuchOfTheirPathsAsTellsThemApart() {
        library.openPaths(List.of(
                folder.resolve("epoch2/deep.npz"), folder.resolve("epoch10/deep.npz"), folder.resolve("w2.npz")));
        work.runAll();
        tree.rebuild();
        assertThat(tree.root().getChildren().stream().map(item -> ((LibraryItem.File) item.getValue()).name()))
                .containsExactly(
                        Path.of("epoch2", "deep.npz").toString(),
                        Path.of("epoch10", "deep.npz").toString(),
                        "w2.npz");
    }

    @Test
    void namesGrowUntilTheyDiffer() {
        Path one = Path.of("/runs/a/step/layer.npy");
        Path two = Path.of("/runs/b/step/layer.npy");
        Path three = Path.of("/layer.npy");
        assertThat(DistinctNames.of(List.of(one, two, three, two)))
                .containsOnly(
                        Map.entry(one, Path.of("a", "step", "layer.npy").toString()),
                        Map.entry(two, Path.of("b", "step", "layer.npy").toString()),
                        Map.entry(three, "layer.npy"));
    }

    @Test
    void theFilterLooksIntoEveryFolder() {
        openFolder();
        work.runAll();
        library.filterProperty().set("large");
        tree.rebuild();
        assertThat(labels()).filteredOn("large 20×30"::equals).hasSize(4);
        assertThat(labels()).doesNotContain("small 4×9");
    }

    @Test
    void aFolderThatMatchesShowsAllThatIsInIt() {
        openFolder();
        work.runAll();
        library.filterProperty().set("epoch10");
        tree.rebuild();
        assertThat(labels())
                .containsExactly(
                        folder.getFileName().toString(), "epoch10", "deep.npz", "small 4×9", "large 20×30", "bias 20");
    }

    @Test
    void whatAFilterMissedAppearsWhenItsFileIsListed() {
        openFolder();
        library.filterProperty().set("large");
        tree.rebuild();
        assertThat(labels()).isEmpty();
        work.runAll();
        assertThat(labels()).contains("w10.npz", "large 20×30");
    }

    @Test
    void whatTheUserUnfoldedStaysSo() {
        openFolder();
        item("epoch2").setExpanded(true);
        item(folder.getFileName().toString()).setExpanded(false);
        tree.rebuild();
        assertThat(item("epoch2").isExpanded()).isTrue();
        assertThat(item(folder.getFileName().toString()).isExpanded()).isFalse();
    }

    @Test
    void aSelectedTensorIsRevealedWithAllFoldersAboveIt() {
        openFolder();
        work.runAll();
        LibraryFile file = library.folders()
                .get(0)
                .folders()
                .get(1)
                .entries()
                .get(0)
                .fileProperty()
                .get()
                .orElseThrow();
        tree.reveal(file.tensors().get(0));
        assertThat(item("epoch10").isExpanded()).isTrue();
    }

    /** A folder with a file of one matrix, which is on show. */
    private Path openMatrix() throws IOException {
        Path file = Files.createFile(folder.resolve("epoch2/only.npy"));
        library.openPaths(List.of(folder.resolve("epoch2")));
        work.runAll();
        library.select(library.folders()
                .get(0)
                .entry(file)
                .orElseThrow()
                .fileProperty()
                .get()
                .orElseThrow()
                .tensors()
                .get(0));
        return file;
    }

    private void writeAnew(Path file) {
        FolderListing found = new FolderListing(
                file.getParent(), List.of(), List.of(new FolderListing.FoundFile(file, "fake")), List.of());
        library.update(found, Set.of(file));
        tree.rebuild();
    }

    @Test
    void matrixThatIsWrittenAnewLooksAsItDidUntilItIsListed() throws IOException {
        Path file = openMatrix();
        writeAnew(file);
        assertThat(item("only.npy").getValue().matrix()).isEmpty();
        assertThat(item("only.npy").getValue().isMatrix()).isTrue();
        assertThat(item("only.npy").isLeaf()).isTrue();
    }

    @Test
    void selectionStaysOnTheLineOfAFileThatIsWrittenAnew() throws IOException {
        Path file = openMatrix();
        LibraryTensor selected = library.selectedProperty().get().orElseThrow();
        writeAnew(file);
        assertThat(tree.reveal(selected)).contains(item("only.npy"));
    }
}
