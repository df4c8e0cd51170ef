package org.eigenscope.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class DroppingBoxTest {
    private final Region first = part(60);
    private final Region second = part(80);
    private final Region rest = part(10);
    private final Region last = part(50);
    private final DroppingBox box = new DroppingBox();

    DroppingBoxTest() {
        first.getStyleClass().add("droppable");
        second.getStyleClass().add("droppable");
        HBox.setHgrow(rest, Priority.ALWAYS);
        box.getChildren().addAll(first, second, rest, last);
    }

    private static Region part(double width) {
        Region part = new Region();
        part.setPrefSize(width, 10);
        part.setMinSize(width, 10);
        return part;
    }

    private void layOut(double width) {
        box.resize(width, 20);
        box.layout();
    }

    @Test
    void asksForNoLeastWidthSoThatNothingAroundItIsWidened() {
        assertThat(box.minWidth(-1)).isZero();
    }

    @Test
    void partsWithRoomAreAllThereAndTheOneThatGrowsHasTheRest() {
        layOut(260);
        assertThat(first.isVisible()).isTrue();
        assertThat(second.isVisible()).isTrue();
        assertThat(rest.getWidth()).isEqualTo(70);
        assertThat(last.getLayoutX()).isEqualTo(210);
    }

    @Test
    void theFirstDroppablePartGoesFirstAndTheLastPartIsNeverCut() {
        layOut(150);
        assertThat(first.isVisible()).isFalse();
        assertThat(second.isVisible()).isTrue();
        assertThat(last.getLayoutX() + last.getWidth()).isEqualTo(150);
        layOut(80);
        assertThat(second.isVisible()).isFalse();
        assertThat(last.getLayoutX() + last.getWidth()).isEqualTo(80);
    }

    @Test
    void partsComeBackWithTheRoomForThem() {
        layOut(80);
        layOut(260);
        assertThat(first.isVisible()).isTrue();
        assertThat(second.isVisible()).isTrue();
    }

    @Test
    void anUnmanagedPartTakesNoRoomAndIsNotSeen() {
        first.setManaged(false);
        layOut(150);
        assertThat(first.isVisible()).isFalse();
        assertThat(second.getLayoutX()).isZero();
    }
}
