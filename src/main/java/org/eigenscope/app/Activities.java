package org.eigenscope.app;

import org.eigenscope.ui.task.ActivityModel;

/**
 * The kinds of background work that the window shows.
 *
 * @param opening opening files
 * @param loading reading and decomposing a tensor
 * @param refitting fitting the law on screen
 * @param comparing fitting the league
 * @param diagnosing telling the phase
 * @param strips the likelihood along the sliders
 * @param drawing making what a lesson shows
 * @param mapping the likelihood over κ and s
 * @param figures drawing the preview of a figure
 * @param saving writing figures and sessions
 * @param marking looking for spikes
 * @param ranging fitting other ranges
 * @param profiles profiles along the sliders
 * @param shuffling the spectrum of the same entries in random places
 */
record Activities(
        ActivityModel opening,
        ActivityModel loading,
        ActivityModel refitting,
        ActivityModel comparing,
        ActivityModel diagnosing,
        ActivityModel strips,
        ActivityModel drawing,
        ActivityModel mapping,
        ActivityModel figures,
        ActivityModel saving,
        ActivityModel marking,
        ActivityModel ranging,
        ActivityModel profiles,
        ActivityModel shuffling) {
    static Activities onSystemClock() {
        return new Activities(
                onClock(), onClock(), onClock(), onClock(), onClock(), onClock(), onClock(), onClock(), onClock(),
                onClock(), onClock(), onClock(), onClock(), onClock());
    }

    private static ActivityModel onClock() {
        return new ActivityModel(System::nanoTime);
    }
}
