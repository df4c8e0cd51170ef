package org.eigenscope.ui.training.run;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** After which epochs networks are kept: before training, after the first, after the last, and at equal distances between. */
final class KeptEpochs {
    private static final int MOST = 101;
    private static final int LEAST = 3;

    private KeptEpochs() {}

    /**
     * The epochs.
     *
     * @param epochs of the training
     * @param bytes of one network
     * @param room the bytes that all networks of one run may take
     */
    static Set<Integer> of(int epochs, long bytes, long room) {
        int most = (int) Math.max(LEAST, Math.min(MOST, room / Math.max(1, bytes)));
        Set<Integer> kept = new TreeSet<>(List.of(0, Math.min(1, epochs), epochs));
        int between = Math.max(1, most - 1);
        for (int i = 1; i < between && epochs > 0; i++) {
            if (kept.size() < most) {
                kept.add((int) Math.round((double) i * epochs / between));
            }
        }
        return kept;
    }
}
