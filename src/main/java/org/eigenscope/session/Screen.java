package org.eigenscope.session;

/**
 * What the window shows in addition to the figure.
 *
 * @param residuals whether the excess of the eigenvalues' distribution over the laws' stands below the chart
 * @param range whether κ by range does
 * @param spikes whether spikes are marked, where there is a bulk to tell them from
 * @param kept whether the spectrum on screen is kept to be drawn behind the next
 * @param table whether numbers stand in the chart's place
 */
public record Screen(boolean residuals, boolean range, boolean spikes, boolean kept, boolean table) {
    /** As a new window has it. */
    public static final Screen DEFAULT = new Screen(true, false, false, false, false);

    public Screen withResiduals(boolean value) {
        return new Screen(value, range, spikes, kept, table);
    }
}
