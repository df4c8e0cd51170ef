package org.eigenscope.cli.option;

import org.eigenscope.analysis.FitPlan;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How many eigenvalues a fit leaves out at either end, for every command that fits. */
public final class TrimOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--trim-bottom",
            paramLabel = "K",
            description = "Leave the K smallest out of the fit (default: 0).")
    private Integer bottom;

    @Option(names = "--trim-top", paramLabel = "K", description = "Leave the K largest out of the fit (default: 0).")
    private Integer top;

    /** Whether one of the options was typed. */
    public boolean isGiven() {
        return bottom != null || top != null;
    }

    /**
     * The trims.
     *
     * @throws ParameterException if one is negative
     */
    public FitPlan.Trims trims() {
        return new FitPlan.Trims(notNegative("--trim-bottom", bottom), notNegative("--trim-top", top));
    }

    private int notNegative(String option, Integer value) {
        if (value != null && value < 0) {
            throw new ParameterException(spec.commandLine(), option + " = " + value + " is negative");
        }
        return value == null ? 0 : value;
    }
}
