package org.eigenscope.figure.export.write;

/**
 * The eigenvalues behind a panel.
 *
 * @param panel its number, from 1
 * @param label what they are of
 * @param values all of them, ascending
 */
public record PanelEigenvalues(int panel, String label, double[] values) {
    public PanelEigenvalues {
        values = values.clone();
    }

    @Override
    public double[] values() {
        return values.clone();
    }
}
