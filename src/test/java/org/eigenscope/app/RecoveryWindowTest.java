package org.eigenscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eigenscope.app.TestWindow.waitUntil;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.eigenscope.app.recovery.Autosave;
import org.eigenscope.app.recovery.AutosaveTest;
import org.eigenscope.app.recovery.LeftSession;
import org.eigenscope.session.Session;
import org.eigenscope.session.StudyView;
import org.eigenscope.ui.main.Models;
import org.eigenscope.ui.models.ModelsModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** The question after windows that did not end properly, in the window. */
class RecoveryWindowTest {
    private final FxRobot robot = new FxRobot();
    private final WaitingExecutor executor = new WaitingExecutor();
    private TestWindow window;

    @TempDir
    private Path state;

    @TempDir
    private Path work;

    @BeforeEach
    void twoWindowsAreKilled() throws Exception {
        for (String name : List.of("one", "other")) {
            Path folder = Files.createDirectory(work.resolve(name));
            Path matrix = Files.writeString(folder.resolve(name + ".csv"), "1,2,3\n3,1,4\n5,2," + name.length() + "\n");
            leaveBehind(matrix, folder);
        }
    }

    @AfterEach
    void closeWindow() throws TimeoutException {
        window.close();
    }

    private void leaveBehind(Path matrix, Path folder) throws Exception {
        Session session = AutosaveTest.session(matrix);
        Autosave killed = new Autosave(state, executor, sentence -> {});
        killed.keep(Optional.of(cancel -> session), List.of(folder), Optional.empty());
        executor.runAll();
        killed.endLikeAKilledProcess();
    }

    private long sessions() {
        try (Stream<Path> files = Files.walk(state)) {
            return files.filter(file -> file.endsWith("session.eigenscope")).count();
        } catch (IOException | UncheckedIOException changing) {
            return -1;
        }
    }

    private void start() throws TimeoutException {
        window = TestWindow.open(state);
        waitUntil(() -> question().isPresent());
    }

    private static Optional<DialogPane> question() {
        return Window.getWindows().stream()
                .filter(one -> one.isShowing() && one instanceof Stage)
                .map(one -> one.getScene().getRoot())
                .filter(DialogPane.class::isInstance)
                .map(DialogPane.class::cast)
                .findFirst();
    }

    private static List<String> offered() {
        return names(list().getItems());
    }

    /** What the next start would offer. */
    private List<LeftSession> leftNow() {
        return new Autosave(state, executor, sentence -> {}).left();
    }

    private static List<String> names(List<LeftSession> left) {
        return left.stream()
                .map(one -> one.description().split(",")[0])
                .sorted()
                .toList();
    }

    @SuppressWarnings("unchecked") // the question has one list, of these
    private static ListView<LeftSession> list() {
        return (ListView<LeftSession>) question().orElseThrow().lookup(".list-view");
    }

    private void choose(String name) {
        robot.interact(() -> list().getItems().stream()
                .filter(left -> left.description().startsWith(name))
                .forEach(left -> list().getSelectionModel().select(left)));
    }

    private void press(String words) {
        DialogPane pane = question().orElseThrow();
        ButtonType type = pane.getButtonTypes().stream()
                .filter(button -> button.getText().equals(words))
                .findFirst()
                .orElseThrow();
        robot.interact(() -> ((Button) pane.lookupButton(type)).fire());
    }

    @Test
    void studyWithoutASpectrumComesBackAsItWasLookedAt() throws Exception {
        Path file = Files.copy(Path.of("samples", "fashion_lenet.eigenstudy"), work.resolve("s.eigenstudy"));
        StudyView.Plot plot = new StudyView.Plot("histogram", "step", "kappa", "", "", "", "");
        StudyView study = new StudyView(file.toString(), "", "fc1", plot, OptionalDouble.empty(), Optional.empty());
        Autosave killed = new Autosave(state, executor, sentence -> {});
        killed.keep(Optional.empty(), List.of(file), Optional.of(study));
        executor.runAll();
        killed.endLikeAKilledProcess();
        start();
        choose("one file or folder");
        press("Open it again");
        ModelsModel models = window.context().studies();
        waitUntil(() -> models.rows().filterProperty().get().equals("fc1"));
        assertThat(models.views().plot().kindProperty().get().id()).isEqualTo("histogram");
    }

    @Test
    void severalAreOfferedAsAListAndEscapeKeepsAll() throws Exception {
        start();
        assertThat(offered()).containsExactly("one.csv", "other.csv");
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        waitUntil(() -> question().isEmpty());
        window.close();
        assertThat(names(leftNow())).containsExactly("one.csv", "other.csv");
    }

    @Test
    void deletedInWordsIsThatOneAlone() throws Exception {
        start();
        choose("other");
        press("Delete it");
        waitUntil(() -> question().isPresent() && list().getItems().size() == 1);
        assertThat(offered()).containsExactly("one.csv");
        press("Ask again later");
        window.close();
        assertThat(names(leftNow())).containsExactly("one.csv");
    }

    @Test
    void openedAgainItShowsItsMatrixAndItsFolders() throws Exception {
        start();
        choose("other");
        press("Open it again");
        Path folder = work.resolve("other");
        waitUntil(() -> shows(folder.resolve("other.csv")) && lists(folder));
        waitUntil(() -> sessions() == 2 && isKept(folder));
        window.context().autosave().ifPresent(Autosave::endLikeAKilledProcess);
        window.close();
        List<LeftSession> left = leftNow();
        assertThat(names(left)).as("its successor, and the one not chosen").containsExactly("one.csv", "other.csv");
        assertThat(left)
                .filteredOn(one -> one.description().startsWith("other"))
                .singleElement()
                .satisfies(successor -> assertThat(successor.library()).contains(folder));
    }

    private boolean shows(Path matrix) {
        return models().spectrum().shownProperty().get().stream()
                .anyMatch(shown -> shown.tensor().target().file().equals(matrix));
    }

    private boolean lists(Path folder) {
        return models().library().folders().stream().anyMatch(one -> one.path().equals(folder));
    }

    /** Whether a window's own folder, which is newer, has the folder in its library. */
    private boolean isKept(Path folder) {
        try (Stream<Path> files = Files.walk(state)) {
            for (Path file : files.filter(one -> one.endsWith("library.txt")).toList()) {
                List<String> lines = Files.readAllLines(file);
                if (lines.contains(folder.toString()) && lines.size() > 1) {
                    return true;
                }
            }
            return false;
        } catch (IOException | UncheckedIOException changing) {
            return false;
        }
    }

    private Models models() {
        return window.context().models();
    }
}
