package org.eigenscope.cli.option;

import static org.eigenscope.cli.option.LawParameter.ANY_GAMMA;
import static org.eigenscope.cli.option.LawParameter.BETA;
import static org.eigenscope.cli.option.LawParameter.CENTER;
import static org.eigenscope.cli.option.LawParameter.EXPONENT;
import static org.eigenscope.cli.option.LawParameter.GAMMA;
import static org.eigenscope.cli.option.LawParameter.KAPPA;
import static org.eigenscope.cli.option.LawParameter.MU;
import static org.eigenscope.cli.option.LawParameter.RADIUS;
import static org.eigenscope.cli.option.LawParameter.RATE;
import static org.eigenscope.cli.option.LawParameter.SCALE;
import static org.eigenscope.cli.option.LawParameter.SHAPE;
import static org.eigenscope.cli.option.LawParameter.SIGMA;
import static org.eigenscope.cli.option.LawParameter.SIZE;
import static org.eigenscope.cli.option.LawParameter.TAU;
import static org.eigenscope.cli.option.LawParameter.XMIN;

import java.util.List;
import java.util.stream.Stream;

/** The laws that can be evaluated: those that can be fitted, and more. */
public enum ServedLaw {
    HTMP("htmp", List.of(KAPPA, GAMMA), List.of(SCALE, TAU)),
    INVERSE_HTMP("inverse-htmp", List.of(KAPPA, GAMMA), List.of(SCALE, TAU)),
    MP("mp", List.of(ANY_GAMMA), List.of(SCALE, TAU)),
    INVERSE_MP("inverse-mp", List.of(ANY_GAMMA), List.of(SCALE, TAU)),
    INVERSE_GAMMA("inverse-gamma", List.of(SHAPE, RATE), List.of(TAU)),
    GAMMA_LAW("gamma", List.of(SHAPE, RATE), List.of(TAU)),
    LOGNORMAL("lognormal", List.of(MU, SIGMA), List.of()),
    POWER("power", List.of(EXPONENT, XMIN), List.of()),
    TRUNCATED_POWER("truncated-power", List.of(EXPONENT, XMIN, RATE), List.of()),
    SEMICIRCLE("semicircle", List.of(RADIUS), List.of(CENTER)),
    SPIKED_MP("spiked-mp", List.of(GAMMA), List.of(SCALE, SIZE)),
    TRACY_WIDOM("tracy-widom", List.of(BETA), List.of());

    private final String id;
    private final List<LawParameter> needed;
    private final List<LawParameter> optional;

    ServedLaw(String id, List<LawParameter> needed, List<LawParameter> optional) {
        this.id = id;
        this.needed = needed;
        this.optional = optional;
    }

    /** Its name on the command line. */
    public String id() {
        return id;
    }

    public List<LawParameter> needed() {
        return needed;
    }

    public List<LawParameter> optional() {
        return optional;
    }

    /** All its parameters, the needed ones first. */
    List<LawParameter> parameters() {
        return Stream.concat(needed.stream(), optional.stream()).toList();
    }

    public boolean takesSpikes() {
        return this == SPIKED_MP;
    }

    /** What rows of a batch begin with: κ too, though MP has none, so that one file serves HTMP and its limit. */
    public List<LawParameter> leading() {
        return this == MP || this == INVERSE_MP ? List.of(KAPPA, ANY_GAMMA) : needed;
    }
}
