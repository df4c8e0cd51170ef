package org.eigenscope.session;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
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
 * @param training the fields of the training; none if they are those of a new window
 */
public record Screen(
        boolean residuals,
        boolean range,
        boolean spikes,
        boolean kept,
        boolean table,
        Optional<StudyView> study,
        Map<String, String> training) {
    /** As a new window has it. */
    public static final Screen DEFAULT = new Screen(true, false, false, false, false);

    public Screen {
        Objects.requireNonNull(study, "study");
        training = Collections.unmodifiableMap(new LinkedHashMap<>(training));
    }

    /** A window without a study and with no field of a training changed. */
    public Screen(boolean residuals, boolean range, boolean spikes, boolean kept, boolean table) {
        this(residuals, range, spikes, kept, table, Optional.empty(), Map.of());
    }

    public Screen withResiduals(boolean value) {
        return new Screen(value, range, spikes, kept, table, study, training);
    }

    public Screen withStudy(Optional<StudyView> value) {
        return new Screen(residuals, range, spikes, kept, table, value, training);
    }

    public Screen withTraining(Map<String, String> value) {
        return new Screen(residuals, range, spikes, kept, table, study, value);
    }
}
