package org.eigenscope.cli.option;

import static org.eigenscope.cli.option.LawParameter.ANY_GAMMA;
import static org.eigenscope.cli.option.LawParameter.BETA;
import static org.eigenscope.cli.option.LawParameter.GAMMA;
import static org.eigenscope.cli.option.LawParameter.MU;
import static org.eigenscope.cli.option.LawParameter.SCALE;
import static org.eigenscope.cli.option.LawParameter.SIGMA;
import static org.eigenscope.cli.option.LawParameter.SIZE;
import static org.eigenscope.cli.option.LawParameter.TAU;

import java.util.Optional;
import org.eigenscope.analysis.LawCache;
import org.eigenscope.error.BadInputException;
import org.eigenscope.law.AffineLaw;
import org.eigenscope.law.LogNormalLaw;
import org.eigenscope.law.MarchenkoPasturLaw;
import org.eigenscope.law.ReciprocalLaw;
import org.eigenscope.law.SpectralLaw;
import org.eigenscope.law.SpikedMarchenkoPastur;
import org.eigenscope.law.ZeroInflatedLaw;
import org.eigenscope.law.edge.TracyWidom;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Orientation;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;

/** One law at the values of its parameters that are asked for, one after the other. */
public final class LawSource {
    private final ServedLaw kind;
    private final LawCache fitted;

    private LawSource(ServedLaw kind, LawCache fitted) {
        this.kind = kind;
        this.fitted = fitted;
    }

    public static LawSource of(ServedLaw kind) {
        return new LawSource(kind, kind.family().map(LawCache::new).orElse(null));
    }

    /**
     * The law.
     *
     * @param values all that the law needs, each in its parameter's domain
     * @throws BadInputException if the law is not defined, or not computed, there
     */
    public SpectralLaw law(LawValues values) throws BadInputException {
        try {
            return make(values);
        } catch (IllegalArgumentException beyond) {
            throw new BadInputException("law '" + kind.id() + "': " + beyond.getMessage() + ".", beyond);
        }
    }

    private SpectralLaw make(LawValues v) throws BadInputException {
        if (kind.takesSpikes()) {
            return spiked(v);
        }
        if (kind.family().isEmpty()) {
            return TracyWidom.of((int) v.get(BETA));
        }
        if (kind.mayHaveZeros() && v.get(ANY_GAMMA) > 1) {
            return withZeros(v);
        }
        return v.has(MU) ? LogNormalLaw.of(v.get(MU), v.get(SIGMA)) : fitted(v);
    }

    private SpectralLaw fitted(LawValues values) throws BadInputException {
        ParameterSet set = ParameterSet.EMPTY;
        for (Parameter parameter : Parameter.values()) {
            Double value = values.numbers().get(parameter.id());
            set = value == null ? set : set.with(parameter, value);
        }
        return fitted.law(set);
    }

    /** The law of the larger Gram matrix or of its pseudo-inverse: the zeros stay zeros, so they cannot be shifted. */
    private SpectralLaw withZeros(LawValues values) throws BadInputException {
        double ratio = values.get(ANY_GAMMA);
        double scale = values.getOrDefault(SCALE, 1);
        if (values.getOrDefault(TAU, 0) > 0) {
            throw new BadInputException(
                    "gamma = " + ratio + " > 1 leaves zeros, which lie below any floor: tau must be 0.");
        }
        if (kind.family().flatMap(LawFamily::orientation).equals(Optional.of(Orientation.DIRECT))) {
            return ZeroInflatedLaw.of(AffineLaw.of(MarchenkoPasturLaw.of(1 / ratio), scale * ratio, 0), 1 - 1 / ratio);
        }
        SpectralLaw positive = ReciprocalLaw.of(MarchenkoPasturLaw.of(1 / ratio), scale / ratio, 0);
        return ZeroInflatedLaw.of(positive, 1 - 1 / ratio);
    }

    private SpectralLaw spiked(LawValues values) {
        SpikedMarchenkoPastur model = model(values);
        SpectralLaw law = values.has(SIZE) ? model.law((long) values.get(SIZE)) : model.bulk();
        return AffineLaw.of(law, values.getOrDefault(SCALE, 1), 0);
    }

    /** Where the spikes of a spiked law go. */
    public static SpikedMarchenkoPastur model(LawValues values) {
        return SpikedMarchenkoPastur.of(
                values.get(GAMMA),
                values.spikes().stream().mapToDouble(Double::doubleValue).toArray());
    }
}
