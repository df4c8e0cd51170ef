package org.eigenscope.cli.option;

import java.util.Arrays;
import org.eigenscope.cli.console.Console;
import org.eigenscope.cli.console.Numbers;
import org.eigenscope.cli.console.TypedValues;
import org.eigenscope.error.BadInputException;
import org.eigenscope.law.convolution.FreeFactor;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The population Σ that a law is multiplied by. */
public final class PopulationOption {
    private static final String KINDS =
            "identity, atoms:V@W,V@W,... (values and weights), uniform:A,B, power:EXPONENT,MIN or file:FILE";

    @Option(
            names = "--population",
            paramLabel = "SPEC",
            description = "Multiply the law freely by the spectrum of a population covariance: " + KINDS
                    + " (eigenvalues, one a line).")
    private String spec;

    public boolean isPresent() {
        return spec != null;
    }

    /**
     * The population.
     *
     * @throws BadInputException if the option names none
     */
    public FreeFactor factor(Console console) throws BadInputException {
        int colon = spec.indexOf(':');
        String kind = colon < 0 ? spec : spec.substring(0, colon);
        String rest = colon < 0 ? "" : spec.substring(colon + 1);
        try {
            return switch (kind) {
                case "identity" -> requireEmpty(rest);
                case "atoms" -> atoms(rest);
                case "uniform" -> {
                    double[] ends = pair(rest);
                    yield FreeFactor.uniform(ends[0], ends[1]);
                }
                case "power" -> {
                    double[] law = pair(rest);
                    yield FreeFactor.powerLaw(law[0], law[1]);
                }
                case "file" ->
                    FreeFactor.eigenvalues(Numbers.read(rest, console).list("eigenvalue"));
                default -> throw new IllegalArgumentException("it must be " + KINDS);
            };
        } catch (IllegalArgumentException | TypeConversionException wrong) {
            throw new BadInputException("--population '" + spec + "': " + wrong.getMessage() + ".", wrong);
        }
    }

    private static FreeFactor requireEmpty(String rest) {
        if (!rest.isEmpty()) {
            throw new IllegalArgumentException("identity takes no numbers");
        }
        return FreeFactor.identity();
    }

    private static FreeFactor atoms(String text) {
        double[][] pairs = Arrays.stream(text.split(",", -1))
                .map(atom -> numbers(atom, "@", "an atom is a value, @ and its weight"))
                .toArray(double[][]::new);
        return FreeFactor.atoms(
                Arrays.stream(pairs).mapToDouble(pair -> pair[0]).toArray(),
                Arrays.stream(pairs).mapToDouble(pair -> pair[1]).toArray());
    }

    private static double[] pair(String text) {
        return numbers(text, ",", "two numbers with a comma between them are needed");
    }

    private static double[] numbers(String text, String separator, String rule) {
        String[] parts = text.split(separator, -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException(rule);
        }
        return Arrays.stream(parts).mapToDouble(TypedValues::real).toArray();
    }
}
