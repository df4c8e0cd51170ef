package org.eigenscope.ui.lessons;

import java.util.Objects;

/**
 * How the learner does with a step.
 *
 * @param state whether it is done
 * @param text the comment on the last try; may be empty
 */
public record Feedback(State state, String text) {
    /** Nothing was tried yet. */
    static final Feedback OPEN = new Feedback(State.OPEN, "");
    /** Nothing is asked. */
    static final Feedback DONE = new Feedback(State.DONE, "");

    /** How far it is. */
    public enum State {
        OPEN,
        WRONG,
        DONE
    }

    public Feedback {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(text, "text");
    }

    static Feedback wrong(String text) {
        return new Feedback(State.WRONG, text);
    }

    static Feedback done(String text) {
        return new Feedback(State.DONE, text);
    }

    public boolean isDone() {
        return state == State.DONE;
    }
}
