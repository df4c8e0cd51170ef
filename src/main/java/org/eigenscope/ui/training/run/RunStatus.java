package org.eigenscope.ui.training.run;

/**
 * How far a run is.
 *
 * @param state what it does
 * @param epoch epochs done
 * @param step steps done
 * @param allSteps all its steps
 * @param loss the mean loss of the batches of the last whole epoch, each before its step; NaN before the first
 * @param seconds the time that it was trained
 * @param message why it ended early, a sentence; otherwise empty
 */
public record RunStatus(State state, int epoch, long step, long allSteps, double loss, double seconds, String message) {
    /** What a run does. */
    public enum State {
        WAITING("waiting"),
        TRAINING("training"),
        DONE("done"),
        /** Its loss is not finite any more. */
        DIVERGED("diverged"),
        /** It could not be trained, as for lack of memory. */
        FAILED("failed"),
        STOPPED("stopped");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** Whether nothing more comes of it. */
        public boolean isEnd() {
            return this != WAITING && this != TRAINING;
        }
    }

    RunStatus ended(State end, String why) {
        return new RunStatus(end, epoch, step, allSteps, loss, seconds, why);
    }

    /** About how long the rest takes, by what was trained; NaN before any step. */
    public double secondsLeft() {
        return state.isEnd() ? 0 : step == 0 ? Double.NaN : seconds / step * (allSteps - step);
    }
}
