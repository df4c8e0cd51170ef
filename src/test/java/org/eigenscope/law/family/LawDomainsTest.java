package org.eigenscope.law.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eigenscope.law.Domain;
import org.eigenscope.law.SpectralLaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every law can be evaluated at the ends of the domains of its parameters, and beyond them none is made. */
class LawDomainsTest {
    /** Every parameter of every family, at either end. */
    static List<Arguments> ends() {
        List<Arguments> ends = new ArrayList<>();
        for (LawFamily family : LawFamily.values()) {
            for (Parameter parameter : family.parameters()) {
                Domain domain = family.domain(parameter);
                ends.add(Arguments.of(family, parameter, domain.clamp(domain.lower())));
                ends.add(Arguments.of(family, parameter, domain.upper()));
            }
        }
        return ends;
    }

    private static ParameterSet usual(LawFamily family) {
        ParameterSet set = ParameterSet.EMPTY;
        for (Parameter parameter : family.parameters()) {
            set = set.with(
                    parameter,
                    switch (parameter) {
                        case GAMMA -> 0.5;
                        case EXPONENT -> 2.5;
                        case TAU, CENTER -> 0;
                        default -> 1;
                    });
        }
        return set;
    }

    @ParameterizedTest
    @MethodSource("ends")
    void aLawIsEvaluatedAtTheEndsOfItsDomains(LawFamily family, Parameter parameter, double end) {
        ParameterSet set = usual(family).with(parameter, end);
        if (family == LawFamily.TRUNCATED_POWER && parameter != Parameter.EXPONENT) {
            // the product r·x_min has a domain of its own
            Parameter other = parameter == Parameter.RATE ? Parameter.XMIN : Parameter.RATE;
            set = set.with(other, other.domain().clamp(1 / end));
        }
        SpectralLaw law = family.law(set);
        for (double x : new double[] {1e-300, 1e-9, 0.3, 1, 1e9, 1e300}) {
            assertThat(law.logDensity(x)).as("ln ρ(%s)", x).isNotNaN();
            assertThat(law.cumulative(x)).as("F(%s)", x).isBetween(0.0, 1.0);
            assertThat(law.survival(x)).as("1 − F(%s)", x).isBetween(0.0, 1.0);
        }
        assertThat(law.quantile(0.5)).isNotNaN();
        assertThat(family.refusal(set)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(LawFamily.class)
    void aValueThatSomeOtherLawTakesIsRefusedWithASentence(LawFamily family) {
        for (Parameter parameter : family.parameters()) {
            Domain own = family.domain(parameter);
            Stream.of(parameter.domain().lower(), parameter.domain().upper())
                    .filter(value -> !own.contains(value) && parameter.accepts(value))
                    .forEach(value -> {
                        ParameterSet set = usual(family).with(parameter, value);
                        assertThat(family.refusal(set)).contains(own.refusal(parameter.id(), value));
                        assertThatThrownBy(() -> family.law(set)).isInstanceOf(IllegalArgumentException.class);
                    });
        }
    }

    @ParameterizedTest
    @EnumSource(Parameter.class)
    void aSetTakesNothingOutsideTheDomain(Parameter parameter) {
        Domain domain = parameter.domain();
        for (double value : new double[] {Math.nextDown(domain.lower()), Math.nextUp(domain.upper()), Double.NaN}) {
            assertThatThrownBy(() -> ParameterSet.EMPTY.with(parameter, value))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(domain.describe());
        }
    }

    /** ∫₁^∞ t·e^(1−t) dt = 2, where x + s = 0 is the first denominator of the continued fraction of E_s(x). */
    @Test
    void aRisingPowerWithItsCutOffWhereItBeginsIsNormalised() {
        ParameterSet set = ParameterSet.EMPTY
                .with(Parameter.EXPONENT, -1)
                .with(Parameter.RATE, 1)
                .with(Parameter.XMIN, 1);
        assertThat(LawFamily.TRUNCATED_POWER.law(set).logDensity(1)).isCloseTo(-Math.log(2), within(1e-13));
    }

    @Test
    void eachWayRoundHasThreeFamilies() {
        assertThat(Orientation.DIRECT.families()).containsExactly(LawFamily.HTMP, LawFamily.MP, LawFamily.GAMMA_LAW);
        assertThat(Orientation.INVERSE.families())
                .containsExactly(LawFamily.INVERSE_HTMP, LawFamily.INVERSE_MP, LawFamily.INVERSE_GAMMA);
    }

    @Test
    void aLawBesideHtmpHasNoOrientation() {
        assertThat(LawFamily.POWER.orientation()).isEqualTo(Optional.empty());
        assertThat(LawFamily.withoutRepulsion())
                .containsExactly(LawFamily.LOGNORMAL, LawFamily.POWER, LawFamily.TRUNCATED_POWER);
    }
}
