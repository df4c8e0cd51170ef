package org.eigenscope.ui.fit.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class UndoHistoryTest {
    private final UndoHistory<String> history = new UndoHistory<>(3);

    @Test
    void undoBringsBackTheStateBeforeTheChange() {
        history.record("a");
        assertThat(history.undo("b")).contains("a");
    }

    @Test
    void redoBringsBackWhatWasUndone() {
        history.record("a");
        history.undo("b");
        assertThat(history.redo("a")).contains("b");
    }

    @Test
    void aNewChangeForgetsWhatWasUndone() {
        history.record("a");
        history.undo("b");
        history.record("a");
        assertThat(history.redoableProperty().get()).isFalse();
    }

    @Test
    void theOldestStatesAreForgotten() {
        for (String state : new String[] {"a", "b", "c", "d"}) {
            history.record(state);
        }
        history.undo("e");
        history.undo("d");
        history.undo("c");
        assertThat(history.undo("b")).isEmpty();
    }

    @Test
    void thereIsNothingToUndoAtFirst() {
        assertThat(history.undo("a")).isEmpty();
    }

    @Test
    void refusesACapacityOfNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UndoHistory<String>(0))
                .withMessageContaining("0");
    }
}
