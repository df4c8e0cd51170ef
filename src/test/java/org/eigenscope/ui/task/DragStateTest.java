package org.eigenscope.ui.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DragStateTest {
    private final ManualExecutor later = new ManualExecutor();
    private final DragState drag = new DragState(later);
    private final DragState.DeferredUpdate first = drag.deferredUpdate();
    private final DragState.DeferredUpdate second = drag.deferredUpdate();
    private final List<String> done = new ArrayList<>();

    private Runnable step(String name) {
        return () -> done.add(name);
    }

    @Test
    void withoutADragUpdatesRunAtOnce() {
        first.request(step("a"));

        assertThat(done).containsExactly("a");
        assertThat(later.waiting()).isZero();
    }

    @Test
    void duringADragOnlyTheNewestRequestRunsAndLater() {
        drag.begin();
        first.request(step("a"));
        first.request(step("b"));
        assertThat(done).isEmpty();

        later.runAll();

        assertThat(done).containsExactly("b");
    }

    @Test
    void updatesTakeTurns() {
        drag.begin();
        first.request(step("a"));
        second.request(step("b"));

        later.runNext();
        first.request(step("c"));
        later.runNext();

        assertThat(done).containsExactly("a", "b");
    }

    @Test
    void everyPendingUpdateRunsInTheEnd() {
        drag.begin();
        first.request(step("a"));
        second.request(step("b"));

        later.runAll();

        assertThat(done).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void endOfTheDragRunsWhatIsPending() {
        drag.begin();
        first.request(step("a"));
        second.request(step("b"));

        drag.end();
        later.runAll();

        assertThat(done).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void aPauseIsTheAbsenceOfAFurtherStep() {
        drag.begin();
        drag.whenPaused(step("overtaken"));
        drag.move();
        drag.whenPaused(step("paused"));

        later.runAll();

        assertThat(done).containsExactly("paused");
    }

    @Test
    void withoutADragThereIsAlwaysAPause() {
        drag.whenPaused(step("a"));

        assertThat(done).containsExactly("a");
    }

    @Test
    void saysWhetherADragIsUnderWay() {
        drag.begin();
        boolean begun = drag.draggingProperty().get();
        drag.end();

        assertThat(begun).isTrue();
        assertThat(drag.draggingProperty().get()).isFalse();
    }
}
