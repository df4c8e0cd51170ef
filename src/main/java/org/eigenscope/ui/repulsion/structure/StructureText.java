package org.eigenscope.ui.repulsion.structure;

import org.eigenscope.analysis.StructureMeasurement;
import org.eigenscope.figure.axis.NumberText;
import org.eigenscope.ui.text.Numbers;

/** The text of measured values in the table of structures. */
final class StructureText {
    private static final double BOUND = 1e-3;
    private static final double MARGIN = 1.02;

    private StructureText() {}

    /** κ̂ with its factor of error; at a bound of the fit, the limit it stands for. */
    static String kappa(StructureMeasurement row) {
        double kappa = Math.exp(row.logKappa().mean());
        double factor = Math.exp(row.logKappa().standardError());
        if (kappa > 1 / (BOUND * MARGIN)) {
            return "≥ 1000";
        }
        if (row.gamma().mean() < BOUND * MARGIN) {
            // κ̂ falls with γ̂ until that is at its bound
            return "→ 0";
        }
        String error = factor > 1 && factor < 10 ? " ×/÷ " + NumberText.significant(factor, 2) : "";
        return NumberText.significant(kappa, 2) + error;
    }

    /** A mean and its standard error. */
    static String pair(StructureMeasurement.Average average) {
        return Numbers.formatFixed3(average.mean()) + " ± "
                + Numbers.formatFixed3(average.standardError()).substring(1);
    }
}
