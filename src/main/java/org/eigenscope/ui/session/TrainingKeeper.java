package org.eigenscope.ui.session;

import java.util.Map;

/** The fields of the training in the window, as sessions know them. */
public interface TrainingKeeper {
    /** A window without trainings. */
    TrainingKeeper NONE = new TrainingKeeper() {
        @Override
        public Map<String, String> now() {
            return Map.of();
        }

        @Override
        public void restore(Map<String, String> fields) {
            // there is nowhere to show them
        }
    };

    /** The texts of the fields under their names; empty if nobody has changed them. */
    Map<String, String> now();

    /** Fills the fields; names that there are no fields of are passed over. */
    void restore(Map<String, String> fields);
}
