package org.eigenscope.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class CountFieldTest {
    private final IntegerProperty count = new SimpleIntegerProperty(0);
    private CountField field;

    @Start
    void start(Stage stage) {
        field = new CountField();
        field.follow(count, 100, "How many");
        stage.setScene(new Scene(field));
        stage.show();
    }

    private void type(FxRobot robot, String text) {
        robot.interact(() -> {
            field.setText(text);
            field.fireEvent(new ActionEvent());
        });
    }

    @Test
    void extremesAreRefusedAndTheCountStays(FxRobot robot) {
        type(robot, "100");
        for (String text : new String[] {"0", "-1", "101", "1e2", "999999999999", "NaN", "7.5", "x"}) {
            type(robot, text);
            assertThat(count.get()).as(text).isEqualTo(100);
            assertThat(field.getTooltip().getText()).startsWith("“" + text + "” is no whole number from 1 to 100");
        }
        type(robot, " ");
        assertThat(count.get()).isZero();
    }
}
