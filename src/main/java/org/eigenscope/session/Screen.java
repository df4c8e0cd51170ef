package org.eigenscope.session;

/**
 * What the window shows besides the figure.
 *
 * @param residuals whether the excess of the eigenvalues' distribution over the laws' stands below the chart
 */
public record Screen(boolean residuals) {
    /** As a new window has it. */
    public static final Screen DEFAULT = new Screen(true);
}
