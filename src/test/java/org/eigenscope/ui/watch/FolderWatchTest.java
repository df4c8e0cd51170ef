package org.eigenscope.ui.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.library.MatrixFileOpener;
import org.eigenscope.library.MatrixLibrary;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.attribute.AttributeReader;
import org.eigenscope.study.store.StudyStore;
import org.eigenscope.study.survey.SurveyListing;
import org.eigenscope.ui.library.LibraryEntry;
import org.eigenscope.ui.library.LibraryModel;
import org.eigenscope.ui.models.study.StudyBench;
import org.eigenscope.ui.task.ManualExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks, listings and surveys happen when the test says so. */
class FolderWatchTest {
    private final StudyBench bench = new StudyBench();
    private final ManualExecutor opening = new ManualExecutor();
    private final ManualExecutor looks = new ManualExecutor();
    private final ManualExecutor nextLooks = new ManualExecutor();
    private final WatchingModel model = new WatchingModel();
    private final List<Path> recent = new ArrayList<>();
    private final LibraryModel library =
            new LibraryModel(new MatrixLibrary(new MatrixFileOpener()), StudyBench.task(opening), path -> {});

    @TempDir
    private Path temporary;

    private Path folder;

    @BeforeEach
    void make() throws IOException {
        folder = Files.createDirectory(temporary.resolve("run"));
        new FolderWatch(
                model,
                library,
                new FolderWatch.Studies(bench.study, bench.survey),
                new FolderWatch.Looks(StudyBench.task(looks), StudyBench.task(nextLooks)),
                recent::add);
    }

    @AfterEach
    void close() {
        bench.study.closeNow();
    }

    private Path matrix(String name, int rows, long seed) throws IOException {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder("%%MatrixMarket matrix array real general\n" + rows + " 30\n");
        for (int i = 0; i < rows * 30; i++) {
            text.append(random.nextGaussian()).append('\n');
        }
        return Files.writeString(folder.resolve(name), text);
    }

    private void watch() {
        model.folderProperty().set(Optional.of(folder));
        looks.runAll();
    }

    /** One more look, and all that follows from it. */
    private void look() {
        // the look, and what it brings to the foreground
        nextLooks.runNext();
        nextLooks.runNext();
        settle();
    }

    private void settle() {
        for (int i = 0; i < 4; i++) {
            opening.runAll();
            bench.files.runAll();
            bench.surveys.runAll();
            bench.soon.runAll();
        }
    }

    private List<String> listed() {
        return library.folders().stream()
                .flatMap(one -> one.entries().stream())
                .map(LibraryEntry::displayName)
                .toList();
    }

    private List<String> sources() {
        return bench.shown().stream()
                .map(row -> row.text("source").replaceAll(".*/", ""))
                .toList();
    }

    @Test
    void fileAppearsWhenItIsAtRest() throws IOException {
        matrix("step1.mtx", 20, 1);
        watch();
        assertThat(listed()).isEmpty();
        look();
        assertThat(listed()).containsExactly("step1.mtx");
        assertThat(sources()).containsExactly("step1.mtx");
        assertThat(bench.shown().get(0).number("n")).isEqualTo(20);
        assertThat(bench.shown().get(0).number("step")).isEqualTo(1);
    }

    @Test
    void fileThatIsBeingWrittenIsNotListed() throws IOException {
        matrix("step1.mtx", 20, 1);
        watch();
        look();
        matrix("step2.mtx", 20, 2);
        look();
        assertThat(listed()).containsExactly("step1.mtx");
        look();
        assertThat(listed()).containsExactly("step1.mtx", "step2.mtx");
        assertThat(sources()).containsExactly("step1.mtx", "step2.mtx");
    }

    @Test
    void replacedFileThatIsOnTheChartIsShownAgain() throws IOException {
        Path file = matrix("last.mtx", 20, 1);
        watch();
        look();
        library.list(library.folders().get(0).entries().get(0));
        opening.runAll();
        var before = library.folders()
                .get(0)
                .entries()
                .get(0)
                .fileProperty()
                .get()
                .orElseThrow()
                .tensors()
                .get(0);
        library.select(before);
        Path beside = matrix("last.tmp", 10, 2);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        look();
        look();
        var now = library.selectedProperty().get().orElseThrow();
        assertThat(now).isNotSameAs(before);
        assertThat(now.info().rows()).isEqualTo(10);
        assertThat(bench.shown()).hasSize(1);
        assertThat(bench.shown().get(0).number("rows")).isEqualTo(10);
    }

    @Test
    void lineOfAFileThatStayedIsKept() throws IOException {
        matrix("a.mtx", 20, 1);
        watch();
        look();
        LibraryEntry before = library.folders().get(0).entries().get(0);
        matrix("b.mtx", 20, 2);
        look();
        look();
        assertThat(library.folders().get(0).entries().get(0)).isSameAs(before);
    }

    @Test
    void damagedFileIsARowThatSaysWhyAndIsReplacedWhenItIsWhole() throws IOException {
        Path file =
                Files.writeString(folder.resolve("a.mtx"), "%%MatrixMarket matrix array real general\n20 30\n1\n2\n");
        watch();
        look();
        assertThat(bench.shown()).hasSize(1);
        assertThat(bench.shown().get(0).text("skipped")).isNotEmpty();
        matrix(file.getFileName().toString(), 20, 1);
        look();
        look();
        assertThat(bench.shown()).hasSize(1);
        assertThat(bench.shown().get(0).text("skipped")).isEmpty();
        assertThat(bench.shown().get(0).number("n")).isEqualTo(20);
    }

    @Test
    void fileThatIsGoneLeavesTheList() throws IOException {
        Path file = matrix("a.mtx", 20, 1);
        matrix("b.mtx", 20, 2);
        watch();
        look();
        Files.delete(file);
        look();
        assertThat(listed()).containsExactly("b.mtx");
    }

    @Test
    void folderThatIsGoneIsSaidAndLookedForAgain() throws IOException {
        matrix("a.mtx", 20, 1);
        watch();
        look();
        Path moved = Files.move(folder, temporary.resolve("away"));
        look();
        assertThat(model.statusProperty().get()).contains("not there any more");
        Files.move(moved, folder);
        matrix("b.mtx", 20, 2);
        look();
        look();
        assertThat(model.statusProperty().get()).contains("2 files");
        assertThat(listed()).containsExactly("a.mtx", "b.mtx");
    }

    @Test
    void rowsGoIntoTheStudyThatIsOnScreen() throws IOException, EigenscopeException {
        Path file = temporary.resolve("mine.eigenstudy");
        StudyStore.open(file).close();
        bench.showing(file);
        matrix("a.mtx", 20, 1);
        watch();
        look();
        assertThat(bench.study.file()).contains(file);
        assertThat(bench.shown()).extracting(row -> row.text("source")).containsExactly("run/a.mtx");
    }

    @Test
    void rowsWaitWhileAnotherStudyIsOnScreen() throws IOException, EigenscopeException {
        Path mine = temporary.resolve("mine.eigenstudy");
        Path other = temporary.resolve("other.eigenstudy");
        StudyStore.open(mine).close();
        StudyStore.open(other).close();
        bench.showing(mine);
        watch();
        bench.showing(other);
        matrix("a.mtx", 20, 1);
        look();
        look();
        assertThat(bench.shown()).isEmpty();
        assertThat(model.statusProperty().get()).contains("rows wait");
        bench.showing(mine);
        look();
        assertThat(bench.shown()).extracting(row -> row.text("tensor")).hasSize(1);
        assertThat(model.statusProperty().get()).doesNotContain("rows wait");
    }

    @Test
    void surveyOfTheUserIsNotStopped() throws IOException, EigenscopeException {
        Path mine = temporary.resolve("mine.eigenstudy");
        StudyStore.open(mine).close();
        bench.showing(mine);
        watch();
        Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        Path own = Files.move(matrix("own.mtx", 20, 3), elsewhere.resolve("own.mtx"));
        var listing = new SurveyListing(
                bench.study.folder(), new AttributeReader(Optional.empty(), Optional.empty()), Set.of());
        bench.survey.survey(listing.files(List.of(new MatrixTarget(own, Optional.empty())), CancelToken.NONE));
        matrix("a.mtx", 20, 1);
        nextLooks.runNext();
        nextLooks.runNext();
        nextLooks.runNext();
        nextLooks.runNext();
        assertThat(bench.survey.runningProperty().get()).isTrue();
        settle();
        assertThat(sources()).containsExactlyInAnyOrder("own.mtx", "a.mtx");
    }

    @Test
    void stoppedWatchLooksNoMore() throws IOException {
        watch();
        model.stop();
        matrix("a.mtx", 20, 1);
        nextLooks.runAll();
        settle();
        assertThat(listed()).isEmpty();
        assertThat(model.statusProperty().get()).isEmpty();
        assertThat(nextLooks.waiting()).isZero();
    }

    @Test
    void closingTheFolderInTheLibraryStopsTheWatch() throws IOException {
        matrix("a.mtx", 20, 1);
        watch();
        look();
        library.close(library.folders().get(0));
        matrix("b.mtx", 20, 2);
        look();
        look();
        assertThat(model.folderProperty().get()).isEmpty();
        assertThat(library.folders()).isEmpty();
    }

    @Test
    void folderIsRememberedAmongTheRecentOnes() {
        watch();
        assertThat(recent).containsExactly(folder);
    }

    @Test
    void rowsOfUnchangedFilesAreComputedOnce() throws IOException {
        matrix("a.mtx", 20, 1);
        watch();
        look();
        StudyRow before = bench.shown().get(0);
        look();
        look();
        assertThat(bench.surveys.waiting()).isZero();
        assertThat(bench.shown().get(0)).isSameAs(before);
    }
}
