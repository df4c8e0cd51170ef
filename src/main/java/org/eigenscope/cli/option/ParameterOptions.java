package org.eigenscope.cli.option;

import java.util.EnumMap;
import java.util.Map;
import org.eigenscope.law.family.Parameter;
import picocli.CommandLine.Option;

/** Values of a law's parameters, an option each, for every command that takes a law at given parameters or holds some in a fit. */
public final class ParameterOptions {
    @Option(names = "--kappa", paramLabel = "K", description = "κ, eigenvalue repulsion.")
    private Double kappa;

    @Option(names = "--gamma", paramLabel = "G", description = "γ, the aspect ratio.")
    private Double gamma;

    @Option(names = "--scale", paramLabel = "S", description = "s, the scale.")
    private Double scale;

    @Option(names = "--tau", paramLabel = "T", description = "τ, the floor.")
    private Double tau;

    @Option(names = "--shape", paramLabel = "A", description = "a, shape of the Gamma laws.")
    private Double shape;

    @Option(
            names = "--rate",
            paramLabel = "B",
            description =
                    "b, rate of the Gamma law and of the truncated power law's cut-off, scale of the inverse-Gamma law.")
    private Double rate;

    /** Those that were typed, in the order of the parameters. */
    public Map<Parameter, Double> given() {
        Map<Parameter, Double> given = new EnumMap<>(Parameter.class);
        put(given, Parameter.KAPPA, kappa);
        put(given, Parameter.GAMMA, gamma);
        put(given, Parameter.SCALE, scale);
        put(given, Parameter.TAU, tau);
        put(given, Parameter.SHAPE, shape);
        put(given, Parameter.RATE, rate);
        return given;
    }

    private static void put(Map<Parameter, Double> given, Parameter parameter, Double value) {
        if (value != null) {
            given.put(parameter, value);
        }
    }
}
