package org.eigenscope.app.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.eigenscope.app.WaitingExecutor;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.figure.export.page.PagePreset;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.session.Conventions;
import org.eigenscope.session.FigureLook;
import org.eigenscope.session.PagePlan;
import org.eigenscope.session.PanelPlan;
import org.eigenscope.session.SeriesPlan;
import org.eigenscope.session.Session;
import org.eigenscope.session.SessionInput;
import org.eigenscope.session.StudyView;
import org.eigenscope.session.input.SessionInputs;
import org.eigenscope.session.json.SessionFile;
import org.eigenscope.ui.session.SessionModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Windows are killed and started again, in one process, on a clock that the test moves. */
public class AutosaveTest {
    @TempDir
    private Path folder;

    private final WaitingExecutor executor = new WaitingExecutor();
    private final List<String> said = new CopyOnWriteArrayList<>();

    private Autosave start() {
        return new Autosave(folder, executor, said::add);
    }

    private Path matrix(String name) throws IOException {
        return Files.writeString(folder.resolve(name), "1,2\n3," + name.length() + "\n");
    }

    public static Session session(Path matrix) throws EigenscopeException {
        SessionInput input = SessionInputs.describe(new MatrixTarget(matrix, Optional.empty()), CancelToken.NONE);
        SeriesPlan series = new SeriesPlan(0, String.valueOf(matrix.getFileName()), OptionalDouble.empty(), List.of());
        return new Session(
                List.of(input),
                Conventions.DEFAULT,
                List.of(new PanelPlan("", List.of(series))),
                FigureLook.DEFAULT,
                PagePlan.of(PagePreset.ICML));
    }

    private void show(Autosave window, Path matrix) throws EigenscopeException {
        Session session = session(matrix);
        window.keep(Optional.of(cancel -> session), List.of());
        executor.runAll();
    }

    private static List<String> names(List<LeftSession> left) {
        return left.stream().map(one -> one.description().split(",")[0]).toList();
    }

    @Test
    void whatAKilledWindowShowedIsOfferedByTheNext() throws Exception {
        Autosave killed = start();
        show(killed, matrix("real.csv"));
        killed.endLikeAKilledProcess();
        assertThat(names(start().left())).containsExactly("real.csv");
    }

    @Test
    void killedAgainBeforeTheAnswerBothAreOffered() throws Exception {
        Autosave first = start();
        show(first, matrix("real.csv"));
        first.endLikeAKilledProcess();
        Autosave second = start();
        second.left();
        show(second, matrix("sample.csv"));
        second.endLikeAKilledProcess();
        assertThat(names(start().left())).containsExactlyInAnyOrder("real.csv", "sample.csv");
    }

    @Test
    void twoKilledWindowsAreBothOffered() throws Exception {
        Autosave one = start();
        Autosave other = start();
        show(one, matrix("one.csv"));
        show(other, matrix("other.csv"));
        one.endLikeAKilledProcess();
        other.endLikeAKilledProcess();
        assertThat(names(start().left())).containsExactlyInAnyOrder("one.csv", "other.csv");
    }

    @Test
    void windowThatRunsIsNotOffered() throws Exception {
        show(start(), matrix("running.csv"));
        assertThat(start().left()).isEmpty();
    }

    @Test
    void twoStartsDoNotOfferTheSame() throws Exception {
        Autosave killed = start();
        show(killed, matrix("real.csv"));
        killed.endLikeAKilledProcess();
        assertThat(start().left()).hasSize(1);
        assertThat(start().left()).isEmpty();
    }

    @Test
    void killedWhileItIsOpenedAgainItIsOfferedAgain() throws Exception {
        Autosave first = start();
        show(first, matrix("large.csv"));
        first.endLikeAKilledProcess();
        Autosave second = start();
        second.reopened(second.left().get(0));
        show(second, matrix("sample.csv"));
        second.endLikeAKilledProcess();
        assertThat(names(start().left())).contains("large.csv");
    }

    @Test
    void openedAgainItGoesOnceItsSuccessorIsWritten() throws Exception {
        Path matrix = matrix("real.csv");
        Autosave first = start();
        show(first, matrix);
        first.endLikeAKilledProcess();
        Autosave second = start();
        second.reopened(second.left().get(0));
        show(second, matrix);
        second.endLikeAKilledProcess();
        assertThat(names(start().left())).containsExactly("real.csv");
    }

    @Test
    void questionThatIsNotAnsweredDeletesNothing() throws Exception {
        Autosave first = start();
        show(first, matrix("real.csv"));
        first.endLikeAKilledProcess();
        Autosave second = start();
        second.left();
        second.close();
        assertThat(names(start().left())).containsExactly("real.csv");
    }

    @Test
    void whatTheUserDeclinesIsDeletedAlone() throws Exception {
        Autosave one = start();
        Autosave other = start();
        show(one, matrix("one.csv"));
        show(other, matrix("other.csv"));
        one.endLikeAKilledProcess();
        other.endLikeAKilledProcess();
        Autosave next = start();
        LeftSession declined = next.left().stream()
                .filter(left -> left.description().startsWith("one"))
                .findFirst()
                .orElseThrow();
        next.forget(declined);
        next.close();
        assertThat(names(start().left())).containsExactly("other.csv");
    }

    @Test
    void properEndLeavesNothing() throws Exception {
        Autosave window = start();
        show(window, matrix("m.csv"));
        window.close();
        assertThat(start().left()).isEmpty();
        assertThat(folder.resolve("windows")).isEmptyDirectory();
    }

    @Test
    void dragThatGoesOnIsKeptMeanwhile() throws Exception {
        Session session = session(matrix("m.csv"));
        Autosave window = start();
        window.keep(Optional.of(cancel -> session), List.of());
        long delay = executor.delay();
        for (int step = 0; step < 1000; step++) {
            window.keep(Optional.of(cancel -> session), List.of());
        }
        assertThat(executor.waiting()).as("one writing, which no step puts off").isEqualTo(1);
        assertThat(delay).isLessThanOrEqualTo(1000);
        executor.runAll();
        window.endLikeAKilledProcess();
        assertThat(start().left()).hasSize(1);
    }

    @Test
    void onlyTheNewestOfManyMomentsIsWritten() {
        AtomicInteger early = new AtomicInteger();
        AtomicInteger newest = new AtomicInteger();
        Autosave autosave = start();
        for (int i = 0; i < 20; i++) {
            autosave.keep(Optional.of(failing(early)), List.of());
        }
        autosave.keep(Optional.of(failing(newest)), List.of());
        executor.runOnce();
        assertThat(early).hasValue(0);
        assertThat(newest).hasValue(1);
    }

    private static SessionModel.Snapshot failing(AtomicInteger count) {
        return cancel -> {
            count.incrementAndGet();
            throw new BadInputException("m.csv does not exist.");
        };
    }

    @Test
    void failureIsSaidOnceTriedAgainAndTakenBack() throws Exception {
        Session session = session(matrix("m.csv"));
        AtomicInteger tries = new AtomicInteger();
        Autosave window = start();
        SessionModel.Snapshot snapshot = cancel -> {
            if (tries.incrementAndGet() < 4) {
                throw new BadInputException("The disk is full.");
            }
            return session;
        };
        window.keep(Optional.of(snapshot), List.of());
        executor.runAll();
        assertThat(tries).hasValue(4);
        assertThat(said).hasSize(2).last().isEqualTo("");
        assertThat(said.get(0)).contains("is not kept", "The disk is full.");
        window.endLikeAKilledProcess();
        assertThat(start().left()).hasSize(1);
    }

    @Test
    void homeThatIsNoFolderIsSaid() throws Exception {
        Session session = session(matrix("m.csv"));
        Autosave window = new Autosave(Path.of("?", ".eigenscope"), executor, said::add);
        window.keep(Optional.of(cancel -> session), List.of());
        executor.runOnce();
        assertThat(said).singleElement().asString().contains("no home folder");
        assertThat(Path.of("?")).doesNotExist();
    }

    @Test
    void theLibraryIsKeptWithIt() throws Exception {
        Path matrix = matrix("m.csv");
        Path gone = folder.resolve("gone");
        Session session = session(matrix);
        Autosave window = start();
        window.keep(Optional.of(cancel -> session), List.of(folder, gone, matrix));
        executor.runAll();
        window.endLikeAKilledProcess();
        assertThat(start().left().get(0).library()).containsExactly(folder, matrix);
    }

    @Test
    void libraryOfAWindowThatShowsNothingIsKept() {
        Autosave window = start();
        window.keep(Optional.empty(), List.of(folder));
        executor.runAll();
        window.endLikeAKilledProcess();
        LeftSession left = start().left().get(0);
        assertThat(left.library()).containsExactly(folder);
        assertThat(left.file()).isEmpty();
        assertThat(left.description()).startsWith("one file or folder");
    }

    private static StudyView study(String filter) {
        return new StudyView(
                "runs.eigenstudy",
                "law=htmp",
                filter,
                new StudyView.Plot("scatter", "step", "kappa", "role", "fc1", "", ""),
                OptionalDouble.of(3),
                Optional.of(new StudyView.Row("a.npz", "fc1", "")));
    }

    @Test
    void studyOfAWindowWithoutASpectrumIsKeptAsItIsLookedAt() {
        Autosave window = start();
        window.keep(Optional.empty(), List.of(folder), Optional.of(study("role=fc1")));
        executor.runAll();
        window.endLikeAKilledProcess();
        assertThat(start().left().get(0).study()).contains(study("role=fc1"));
    }

    @Test
    void studyThatWasClosedIsNotKept() {
        Autosave window = start();
        window.keep(Optional.empty(), List.of(folder), Optional.of(study("")));
        executor.runAll();
        window.keep(Optional.empty(), List.of(folder), Optional.empty());
        executor.runAll();
        window.endLikeAKilledProcess();
        assertThat(start().left().get(0).study()).isEmpty();
    }

    @Test
    void studyThatTheSessionShowsIsNotShownTwice() throws Exception {
        Session plain = session(matrix("m.csv"));
        Session session = plain.withScreen(plain.screen().withStudy(Optional.of(study("a"))));
        Autosave window = start();
        window.keep(Optional.of(cancel -> session), List.of(), Optional.of(study("a")));
        executor.runAll();
        window.endLikeAKilledProcess();
        assertThat(start().left().get(0).study()).isEmpty();
    }

    @Test
    void windowThatShowsNothingAnyMoreKeepsWhatItShowed() throws Exception {
        Autosave window = start();
        show(window, matrix("m.csv"));
        window.keep(Optional.empty(), List.of(folder));
        executor.runAll();
        window.endLikeAKilledProcess();
        LeftSession left = start().left().get(0);
        assertThat(left.file()).isPresent();
        assertThat(left.library()).containsExactly(folder);
    }

    @Test
    void emptyWindowMakesNoFolder() {
        start().keep(Optional.empty(), List.of());
        executor.runAll();
        assertThat(folder.resolve("windows")).doesNotExist();
    }

    @Test
    void onlyAMomentAfterItIsOnScreenReplacesIt() throws Exception {
        Path matrix = matrix("real.csv");
        Session own = session(matrix);
        Autosave first = start();
        show(first, matrix);
        first.endLikeAKilledProcess();
        Autosave second = start();
        LeftSession left = second.left().get(0);
        second.keep(Optional.of(cancel -> own), List.of());
        second.reopened(left);
        executor.runAll();
        assertThat(left.file()).as("a moment before it was restored").isPresent();
        second.keep(Optional.of(cancel -> own), List.of());
        executor.runAll();
        assertThat(left.place()).doesNotExist();
    }

    @Test
    void whatWasHalfWrittenGoesWithItsFolder() throws Exception {
        Autosave killed = start();
        show(killed, matrix("m.csv"));
        killed.endLikeAKilledProcess();
        Autosave next = start();
        LeftSession left = next.left().get(0);
        Files.writeString(left.place().resolve(".eigenscope-1.part"), "{");
        next.forget(left);
        assertThat(left.place()).doesNotExist();
    }

    @Test
    void inputsAreFoundFromAnyFolder() throws Exception {
        Autosave window = start();
        show(window, matrix("m.csv"));
        window.endLikeAKilledProcess();
        Session left = SessionFile.read(start().left().get(0).file().orElseThrow());
        assertThat(Path.of(left.inputs().get(0).path())).isAbsolute();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nobodyElseMayLookIntoIt() throws Exception {
        show(start(), matrix("m.csv"));
        try (var folders = Files.list(folder.resolve("windows"))) {
            assertThat(folders.toList())
                    .allSatisfy(one -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(one)))
                            .isEqualTo("rwx------"));
        }
    }
}
