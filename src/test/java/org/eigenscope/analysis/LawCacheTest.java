package org.eigenscope.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.eigenscope.error.BadInputException;
import org.eigenscope.law.SpectralLaw;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LawCacheTest {
    private static final double RELATIVE = 1e-12;

    @ParameterizedTest
    @EnumSource(LawFamily.class)
    void lawIsTheFamilysOwn(LawFamily family) throws Exception {
        ParameterSet parameters = ParameterSet.EMPTY;
        for (Parameter parameter : family.parameters()) {
            parameters = parameters.with(parameter, parameter == Parameter.GAMMA ? 0.4 : 1.7);
        }
        SpectralLaw own = family.law(parameters);
        SpectralLaw cached = new LawCache(family).law(parameters);
        for (double lambda : new double[] {1, 2.1, 3, 4.5, 20}) {
            assertThat(cached.density(lambda)).isCloseTo(own.density(lambda), within(RELATIVE));
            assertThat(cached.cumulative(lambda)).isCloseTo(own.cumulative(lambda), within(RELATIVE));
        }
    }

    @Test
    void valuesBeyondWhatIsComputedAreBadInput() {
        assertThatThrownBy(() -> new LawCache(LawFamily.HTMP).law(ParameterSet.ofHtmp(1, 1e-6, 1, 0)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("gamma");
    }
}
