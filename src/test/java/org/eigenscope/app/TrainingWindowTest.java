package org.eigenscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eigenscope.app.TestWindow.waitUntil;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.eigenscope.ui.main.MainTab;
import org.eigenscope.ui.training.form.FormKey;
import org.eigenscope.ui.training.model.Phase;
import org.eigenscope.ui.training.model.RunsModel;
import org.eigenscope.ui.training.model.TrainingModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** The Training tab, used by mouse and keys. */
class TrainingWindowTest {
    private final FxRobot robot = new FxRobot();

    @TempDir
    private Path folder;

    private TestWindow window;

    @BeforeEach
    void openTheTab() throws TimeoutException {
        window = TestWindow.open(folder.resolve("state"));
        robot.interact(() -> window.context().models().main().tabProperty().set(MainTab.TRAINING));
        waitUntil(() -> robot.lookup("#training-batch").tryQuery().isPresent());
        robot.interact(() -> model().form().fill(Map.of("net", "mlp:16", "batch", "500", "target", "weight:fc1")));
    }

    @AfterEach
    void closeWindow() throws TimeoutException {
        window.close();
    }

    private TrainingModel model() {
        return window.context().training().model();
    }

    private RunsModel runs() {
        return model().runs();
    }

    private void write(String field, String text) {
        robot.interact(() -> robot.lookup(field).queryAs(TextField.class).requestFocus());
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write(text);
    }

    private void press(String text) {
        robot.interact(() -> robot.lookup(text).queryAs(Button.class).fire());
    }

    private boolean hasSeen(int networks) {
        return runs().placeProperty().get().count() >= networks;
    }

    @Test
    void aTrainingIsPausedSteppedScrubbedKeptAndOpened() throws TimeoutException {
        write("#training-epochs", "2");
        robot.clickOn("#train");
        waitUntil(() -> model().phaseProperty().get() == Phase.IDLE && hasSeen(3));
        assertThat(runs().lines().get(0).stateProperty().get()).isEqualTo("done");

        write("#training-epochs", "1000000");
        write("#training-batch", "500,1000");
        press("#train");
        waitUntil(() -> model().questionProperty().get().label().equals("Train all the same")
                || model().phaseProperty().get() == Phase.TRAINING);
        if (model().phaseProperty().get() == Phase.IDLE) {
            robot.interact(model()::affirm);
        }
        waitUntil(() -> runs().lines().size() == 2 && hasSeen(2));
        press("#pause");
        waitUntil(() -> model().phaseProperty().get() == Phase.PAUSED);
        long before = runs().lines().get(0).run().status().step();
        press("#step");
        waitUntil(() -> runs().lines().get(0).run().status().step() > before);

        Slider slider = robot.lookup(".training-results #slider").queryAs(Slider.class);
        robot.interact(() -> slider.setValue(0));
        assertThat(runs().shownProperty().get().orElseThrow().network().epoch()).isZero();
        press("#stop");
        waitUntil(() -> model().phaseProperty().get() == Phase.IDLE);

        Path study = folder.resolve("kept.eigenstudy");
        robot.interact(() -> window.context().training().output().keepAsStudy(study));
        waitUntil(() -> window.context().models().main().tabProperty().get() == MainTab.MODELS);
        waitUntil(() -> window.context().studies().rows().allProperty().get().stream()
                .anyMatch(row -> "1000".equals(row.attributes().get("batch_size"))));

        robot.interact(() -> window.context().models().main().tabProperty().set(MainTab.TRAINING));
        press("#open");
        waitUntil(() -> window.context().models().main().tabProperty().get() == MainTab.SPECTRUM);
        waitUntil(() -> window.context()
                .models()
                .spectrum()
                .shownProperty()
                .get()
                .filter(shown -> shown.tensor().label().contains("digits_mlp-16_b500_s0_e00000"))
                .isPresent());
    }

    @Test
    void nonsenseInEveryFieldIsSaidInPlaceAndCannotBeTrained() {
        for (FormKey key : FormKey.values()) {
            robot.interact(() -> model().form().field(key).textProperty().set("1e999 🙂 \0"));
        }
        robot.interact(model()::train);

        assertThat(model().failureProperty().get()).startsWith("A field cannot be used");
        assertThat(robot.lookup("#training-batch-problem").query().isVisible()).isTrue();
        assertThat(robot.listWindows()).hasSize(1);
    }
}
