package org.eigenscope.cli.option;

import static org.eigenscope.cli.option.LawParameter.ANY_GAMMA;
import static org.eigenscope.cli.option.LawParameter.BETA;
import static org.eigenscope.cli.option.LawParameter.GAMMA;
import static org.eigenscope.cli.option.LawParameter.KAPPA;
import static org.eigenscope.cli.option.LawParameter.MU;
import static org.eigenscope.cli.option.LawParameter.SCALE;
import static org.eigenscope.cli.option.LawParameter.SIGMA;
import static org.eigenscope.cli.option.LawParameter.SIZE;
import static org.eigenscope.cli.option.LawParameter.TAU;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.LawRole;
import org.eigenscope.law.family.Parameter;

/**
 * The laws that can be evaluated: those that can be fitted, in their own parameters but for a few, and more.
 *
 * @param id its name on the command line
 * @param family the family, where there is one
 * @param needed the parameters that have to be given
 * @param optional those that may be left out
 */
public record ServedLaw(String id, Optional<LawFamily> family, List<LawParameter> needed, List<LawParameter> optional) {
    static final ServedLaw SPIKED_MP =
            new ServedLaw("spiked-mp", Optional.empty(), List.of(GAMMA), List.of(SCALE, SIZE));
    static final ServedLaw TRACY_WIDOM = new ServedLaw("tracy-widom", Optional.empty(), List.of(BETA), List.of());

    public ServedLaw {
        needed = List.copyOf(needed);
        optional = List.copyOf(optional);
    }

    /** All of them. */
    public static List<ServedLaw> all() {
        return Stream.concat(Stream.of(LawFamily.values()).map(ServedLaw::of), Stream.of(SPIKED_MP, TRACY_WIDOM))
                .toList();
    }

    private static ServedLaw of(LawFamily family) {
        if (family.role() == LawRole.INFINITE_KAPPA) {
            return new ServedLaw(family.id(), Optional.of(family), List.of(ANY_GAMMA), List.of(SCALE, TAU));
        }
        if (family == LawFamily.LOGNORMAL) {
            return new ServedLaw(family.id(), Optional.of(family), List.of(MU, SIGMA), List.of());
        }
        // where a law begins is a part of it here; only fits read it from the sample
        List<Parameter> optional = family.optional().stream()
                .filter(parameter -> !family.readFromSample().contains(parameter))
                .toList();
        // in a row without a header it stands right behind the first shape
        List<Parameter> needed = family.parameters().stream()
                .filter(parameter -> !optional.contains(parameter))
                .sorted(Comparator.comparingInt(parameter -> place(family, parameter)))
                .toList();
        return new ServedLaw(family.id(), Optional.of(family), served(family, needed), served(family, optional));
    }

    private static int place(LawFamily family, Parameter parameter) {
        boolean begins = family.readFromSample().contains(parameter);
        int index = family.parameters().indexOf(parameter);
        return begins ? 1 : 2 * index;
    }

    private static List<LawParameter> served(LawFamily family, List<Parameter> parameters) {
        return parameters.stream()
                .map(parameter -> LawParameter.of(family, parameter))
                .toList();
    }

    /** All its parameters, the needed ones first. */
    List<LawParameter> parameters() {
        return Stream.concat(needed.stream(), optional.stream()).toList();
    }

    public boolean takesSpikes() {
        return id.equals(SPIKED_MP.id);
    }

    /** Whether the law has zeros where γ is above 1. */
    boolean mayHaveZeros() {
        return needed.contains(ANY_GAMMA);
    }

    /** What rows of a batch begin with: κ too, though MP has none, so that one file serves HTMP and its limit. */
    public List<LawParameter> leading() {
        return mayHaveZeros() ? List.of(KAPPA, ANY_GAMMA) : needed;
    }
}
