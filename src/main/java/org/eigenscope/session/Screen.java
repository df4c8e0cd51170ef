package org.eigenscope.session;

import java.util.Objects;
import java.util.Optional;

/**
 * What the window shows in addition to the figure.
 *
 * @param residuals whether the excess of the eigenvalues' distribution over the laws' stands below the chart
 * @param range whether κ by range does
 * @param spikes whether spikes are marked, where there is a bulk to tell them from
 * @param kept whether the spectrum on screen is kept to be drawn behind the next
 * @param table whether numbers stand in the chart's place
 * @param study the study that is open
 */
public record Screen(
        boolean residuals, boolean range, boolean spikes, boolean kept, boolean table, Optional<StudyView> study) {
    /** As a new window has it. */
    public static final Screen DEFAULT = new Screen(true, false, false, false, false);

    public Screen {
        Objects.requireNonNull(study, "study");
    }

    /** A window without a study. */
    public Screen(boolean residuals, boolean range, boolean spikes, boolean kept, boolean table) {
        this(residuals, range, spikes, kept, table, Optional.empty());
    }

    public Screen withResiduals(boolean value) {
        return new Screen(value, range, spikes, kept, table, study);
    }

    public Screen withStudy(Optional<StudyView> value) {
        return new Screen(residuals, range, spikes, kept, table, value);
    }
}
