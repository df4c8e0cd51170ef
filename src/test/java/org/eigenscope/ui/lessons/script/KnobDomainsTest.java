package org.eigenscope.ui.lessons.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnobDomainsTest {
    @ParameterizedTest
    @CsvSource({"KAPPA, KAPPA", "GAMMA, GAMMA", "SCALE, SCALE", "TAU, TAU"})
    void aKnobReachesOnlyWhatTheLawTakes(Knob knob, Parameter parameter) {
        assertThat(LawFamily.HTMP.domain(parameter).contains(knob.minimum())).isTrue();
        assertThat(LawFamily.HTMP.domain(parameter).contains(knob.maximum())).isTrue();
    }
}
