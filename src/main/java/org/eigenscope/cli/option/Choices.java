package org.eigenscope.cli.option;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eigenscope.ensemble.structure.MatrixStructure;
import org.eigenscope.ensemble.structure.StructuredEnsemble;
import org.eigenscope.fit.Objective;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.matrix.ConvolutionFlattening;
import org.eigenscope.matrix.Interpretation;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.spectrum.ProbeVectors;
import org.eigenscope.spectrum.SolverChoice;
import org.eigenscope.spectrum.solve.Solvers;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Values that are chosen by name. Each lists its names for the help and turns one into the value. */
public abstract class Choices<T> implements ITypeConverter<T>, Iterable<String> {
    private final List<T> values;
    private final Function<T, String> id;

    public Choices(T[] values, Function<T, String> id) {
        this(List.of(values), id);
    }

    Choices(List<T> values, Function<T, String> id) {
        this.values = List.copyOf(values);
        this.id = id;
    }

    /** Names are taken in lower and upper case alike, as everywhere on this command line. */
    @Override
    public T convert(String text) {
        return values.stream()
                .filter(value -> id.apply(value).equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(
                        () -> new TypeConversionException("'" + text + "' is none of " + String.join(", ", ids())));
    }

    @Override
    public Iterator<String> iterator() {
        return ids().iterator();
    }

    private List<String> ids() {
        return values.stream().map(id).toList();
    }

    /** Laws. */
    public static final class Law extends Choices<LawFamily> {
        Law() {
            super(LawFamily.values(), LawFamily::id);
        }
    }

    /** Laws to evaluate. */
    static final class Served extends Choices<ServedLaw> {
        Served() {
            super(ServedLaw.all(), ServedLaw::id);
        }
    }

    /** Laws with an ensemble of finite matrices that has their parameters. */
    static final class EnsembleLaw extends Choices<LawFamily> {
        EnsembleLaw() {
            super(Stream.of(LawFamily.values()).filter(LawFamily::isHtmp).toList(), LawFamily::id);
        }
    }

    /** Laws to fit: one or all. */
    public record Laws(List<LawFamily> families) {}

    /** Turns a name into the laws it stands for. */
    public static final class LawOrAll implements ITypeConverter<Laws>, Iterable<String> {
        private static final String ALL = "all";

        private final Law one = new Law();

        @Override
        public Laws convert(String text) {
            return new Laws(text.equals(ALL) ? List.of(LawFamily.values()) : List.of(one.convert(text)));
        }

        @Override
        public Iterator<String> iterator() {
            List<String> names = new ArrayList<>();
            one.forEach(names::add);
            names.add(ALL);
            return names.iterator();
        }
    }

    /** What a matrix is. */
    public static final class Meaning extends Choices<Interpretation> {
        Meaning() {
            super(Interpretation.values(), Interpretation::id);
        }
    }

    /**
     * What the user says of a tensor: what its matrix is, or that it is a stack of matrices.
     *
     * @param stack whether it is a stack, whose matrices are then taken as their symmetry tells
     */
    record Reading(Interpretation interpretation, boolean stack) {}

    /** What a matrix is, or a stack of some. */
    static final class MeaningOrStack implements ITypeConverter<Reading>, Iterable<String> {
        private static final String STACK = "stack";
        private final Meaning one = new Meaning();

        @Override
        public Reading convert(String text) {
            return text.equals(STACK) ? new Reading(Interpretation.AUTO, true) : new Reading(one.convert(text), false);
        }

        @Override
        public Iterator<String> iterator() {
            List<String> names = new ArrayList<>();
            one.forEach(names::add);
            names.add(STACK);
            return names.iterator();
        }
    }

    /** What a convolution kernel becomes. */
    static final class Flattening extends Choices<ConvolutionFlattening> {
        Flattening() {
            super(ConvolutionFlattening.values(), ConvolutionFlattening::id);
        }
    }

    /** Distributions of random vectors. */
    static final class Probes extends Choices<ProbeVectors> {
        Probes() {
            super(ProbeVectors.values(), ProbeVectors::id);
        }
    }

    /** Solvers. */
    public static final class Solver extends Choices<SolverChoice> {
        Solver() {
            super(Solvers.choices(), SolverChoice::id);
        }
    }

    /** Normalisations. */
    public static final class Scaling extends Choices<Normalization> {
        Scaling() {
            super(Normalization.values(), Normalization::id);
        }
    }

    /** Objectives. */
    public static final class FitObjective extends Choices<Objective> {
        FitObjective() {
            super(Objective.values(), Objective::id);
        }
    }

    /** Structures, with or without their parameter. */
    public static final class Structure implements ITypeConverter<StructuredEnsemble>, Iterable<String> {
        @Override
        public StructuredEnsemble convert(String text) {
            return StructuredEnsemble.parse(text)
                    .orElseThrow(() -> new TypeConversionException("'" + text + "' is none of "
                            + String.join(", ", names()) + " (K a whole number, which may be left out)"));
        }

        @Override
        public Iterator<String> iterator() {
            return names().iterator();
        }

        private static List<String> names() {
            return Arrays.stream(MatrixStructure.values())
                    .map(structure -> structure.id() + (structure.hasParameter() ? "[:K]" : ""))
                    .toList();
        }
    }
}
