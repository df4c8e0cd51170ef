package org.eigenscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eigenscope.app.TestWindow.waitUntil;

import java.util.concurrent.TimeoutException;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import org.eigenscope.ui.lessons.LessonsModel;
import org.eigenscope.ui.main.MainTab;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Walks through a lesson with the keyboard alone, on a headless toolkit. */
class LessonWindowTest {
    private final FxRobot robot = new FxRobot();
    private TestWindow window;

    @BeforeEach
    void openTheLessons() throws TimeoutException {
        window = TestWindow.open();
        robot.interact(() -> window.context().models().main().tabProperty().set(MainTab.LESSONS));
        waitUntil(() -> lessons().placeProperty().get().isPresent());
    }

    @AfterEach
    void closeWindow() throws TimeoutException {
        window.close();
    }

    private LessonsModel lessons() {
        return window.context().lessons();
    }

    private boolean done() {
        return lessons().feedbackProperty().get().isDone();
    }

    private int step() {
        return lessons().placeProperty().get().orElseThrow().step();
    }

    private void focus(String query) {
        robot.interact(() -> robot.lookup(query).query().requestFocus());
    }

    @Test
    void theFirstLessonCanBeDoneWithKeysAlone() throws TimeoutException {
        focus(".task .text-field");
        robot.write("200").type(KeyCode.ENTER);
        waitUntil(this::done);
        robot.type(KeyCode.ENTER);
        waitUntil(() -> step() == 1);

        RadioButton right = robot.lookup(".task .radio-button").nth(0).queryAs(RadioButton.class);
        robot.interact(right::requestFocus);
        robot.type(KeyCode.SPACE).type(KeyCode.ENTER);
        waitUntil(this::done);
        robot.press(KeyCode.ALT).type(KeyCode.RIGHT).release(KeyCode.ALT);
        waitUntil(() -> step() == 2);

        waitUntil(() -> !Double.isNaN(lessons().stage().quantity("sample.max")));
        Slider marker = robot.lookup("#control-marker").queryAs(Slider.class);
        focus("#control-marker");
        for (int presses = 0; presses < 100 && !done(); presses++) {
            robot.type(KeyCode.RIGHT);
        }
        assertThat(done()).as("marker at " + marker.getValue()).isTrue();
        assertThat(robot.lookup(".task-feedback").queryAs(Labeled.class).getText())
                .startsWith("Right");
    }

    @Test
    void theKeysOfTheSpectrumTabDoNothingHere() {
        focus("#control-marker-field");
        boolean before = window.context().models().spectrum().logXProperty().get();
        robot.interact(() -> robot.lookup(".lesson-list").query().requestFocus());
        robot.type(KeyCode.X);
        assertThat(window.context().models().spectrum().logXProperty().get()).isEqualTo(before);
    }

    @Test
    void presenterModeEnlargesTypeAndPutsTheListAway() {
        double before =
                robot.lookup(".step-title").queryAs(Labeled.class).getFont().getSize();
        robot.interact(() -> robot.lookup(".lesson-list").query().requestFocus());
        robot.type(KeyCode.P);
        assertThat(robot.lookup(".step-title").queryAs(Labeled.class).getFont().getSize())
                .isGreaterThan(1.4 * before);
        assertThat(robot.lookup(".lesson-list").query().getParent().isVisible()).isFalse();
    }
}
