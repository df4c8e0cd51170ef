package org.eigenscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eigenscope.app.TestWindow.waitUntil;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.session.json.SessionFile;
import org.eigenscope.study.StudyRow;
import org.eigenscope.ui.main.MainTab;
import org.eigenscope.ui.models.ModelsModel;
import org.eigenscope.ui.models.study.SmallStudy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** A study in the window, used by mouse and keys. */
class ModelsWindowTest {
    private final FxRobot robot = new FxRobot();

    @TempDir
    private Path folder;

    private TestWindow window;

    @BeforeEach
    void openAStudy() throws TimeoutException, BadInputException {
        Path file = SmallStudy.write(folder.resolve("small.eigenstudy"));
        window = TestWindow.open(file.toString());
        waitUntil(() -> models().rows().shownProperty().get().size() == SmallStudy.ROWS);
        waitUntil(() -> robot.lookup(".models-table").tryQuery().isPresent());
    }

    @AfterEach
    void closeWindow() throws TimeoutException {
        window.close();
    }

    private ModelsModel models() {
        return window.context().studies();
    }

    @SuppressWarnings("unchecked")
    private TableView<StudyRow> table() {
        return robot.lookup(".models-table").queryAs(TableView.class);
    }

    @Test
    void aStudyIsSortedFilteredBrushedScrubbedPinnedAndSaved()
            throws TimeoutException, IOException, EigenscopeException {
        assertThat(window.context().models().main().tabProperty().get()).isEqualTo(MainTab.MODELS);
        robot.interact(() -> table().getSortOrder()
                .setAll(table().getColumns().stream()
                        .filter(column -> "column-kappa".equals(column.getId()))
                        .toList()));
        assertThat(table().getItems().get(0).number("kappa")).isEqualTo(10);

        robot.clickOn("#filter").write("fc1 run:run2");
        waitUntil(() -> table().getItems().size() == 6);

        waitUntil(() -> models().views()
                .plot()
                .shownProperty()
                .get()
                .plot()
                .filter(plot -> plot.rows().size() == 2)
                .isPresent());
        brushTheWholePlot();
        waitUntil(() -> models().rows().chosen().size() == 2);
        Set<Long> chosen = models().rows().chosen().stream().map(StudyRow::id).collect(Collectors.toSet());
        assertThat(table().getSelectionModel().getSelectedItems())
                .extracting(StudyRow::id)
                .containsExactlyInAnyOrderElementsOf(chosen);

        Slider slider = robot.lookup("#slider").queryAs(Slider.class);
        robot.interact(slider::requestFocus);
        robot.push(KeyCode.LEFT);
        assertThat(models().views().steps().step()).isEqualTo(100);
        waitUntil(() ->
                models().views().steps().frame().filter(f -> f.step() == 100).isPresent());

        robot.interact(() -> {
            table().requestFocus();
            table().getSelectionModel().clearAndSelect(0);
            table().getFocusModel().focus(0);
        });
        robot.push(KeyCode.SPACE);
        waitUntil(() -> models().study().noticeProperty().get().startsWith("Pinned in the tab Spectrum"));
        waitUntil(
                () -> window.context().models().spectrum().shownProperty().get().isPresent());
        assertThat(window.context().models().main().tabProperty().get()).isEqualTo(MainTab.MODELS);

        Path csv = folder.resolve("table.csv");
        robot.interact(() -> models().views().table().saveCsv(csv));
        waitUntil(() -> !models().views().table().doneProperty().get().isEmpty());
        assertThat(Files.readAllLines(csv)).hasSize(7).first().asString().startsWith("run,tensor,step");
        Path picture = folder.resolve("plot.svg");
        robot.interact(() -> models().views().output().save(picture));
        waitUntil(() -> !models().views().output().doneProperty().get().isEmpty());
        assertThat(SessionFile.readStudyFigure(picture)).isPresent();
    }

    private void brushTheWholePlot() {
        Node plot = robot.lookup(".models-plot").query();
        Bounds place = plot.localToScreen(plot.getBoundsInLocal());
        robot.moveTo(place.getMinX() + 66, place.getMinY() + 9)
                .press(MouseButton.PRIMARY)
                .moveTo(place.getMaxX() - 20, place.getMaxY() - 43)
                .release(MouseButton.PRIMARY);
    }

    @Test
    void enterShowsTheSpectrumThatTheStudyKeepsWhereTheFileIsGone() throws TimeoutException {
        robot.interact(() -> {
            table().requestFocus();
            table().getSelectionModel().clearAndSelect(1);
            table().getFocusModel().focus(1);
        });
        robot.push(KeyCode.ENTER);
        waitUntil(() -> window.context()
                .models()
                .spectrum()
                .shownProperty()
                .get()
                .filter(shown -> shown.tensor().label().contains("run1-step0.npz"))
                .isPresent());
        assertThat(window.context().models().main().tabProperty().get()).isEqualTo(MainTab.SPECTRUM);
        assertThat(window.context()
                        .models()
                        .spectrum()
                        .shownProperty()
                        .get()
                        .orElseThrow()
                        .spectrum()
                        .size())
                .isEqualTo(8);
    }
}
