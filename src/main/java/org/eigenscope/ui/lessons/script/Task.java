package org.eigenscope.ui.lessons.script;

import java.util.List;
import java.util.Objects;

/** The one thing that a step asks for. */
public sealed interface Task permits Task.Read, Task.Move, Task.Answer, Task.Choose {
    /** What it asks, in a sentence; empty for reading. */
    String prompt();

    /** What helps after a wrong answer; may be empty. */
    String hint();

    /** Nothing but to read on. */
    record Read() implements Task {
        @Override
        public String prompt() {
            return "";
        }

        @Override
        public String hint() {
            return "";
        }
    }

    /**
     * Moving a control.
     *
     * @param control which one
     * @param target where to
     */
    record Move(String prompt, String hint, StageControl control, Target target) implements Task {
        public Move {
            Objects.requireNonNull(control, "control");
            Objects.requireNonNull(target, "target");
        }
    }

    /**
     * Typing a number.
     *
     * @param target which number
     */
    record Answer(String prompt, String hint, Target target) implements Task {
        public Answer {
            Objects.requireNonNull(target, "target");
        }
    }

    /**
     * Choosing among sentences.
     *
     * @param options at least two
     * @param right the index of the one that is right
     */
    record Choose(String prompt, String hint, List<String> options, int right) implements Task {
        public Choose {
            options = List.copyOf(options);
            if (options.size() < 2) {
                throw new IllegalArgumentException("options " + options + " leave no choice");
            }
            Objects.checkIndex(right, options.size());
        }
    }
}
