package org.eigenscope.ui.lessons.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageControlDomainsTest {
    @ParameterizedTest
    @CsvSource({"KAPPA, KAPPA", "GAMMA, GAMMA", "SCALE, SCALE", "TAU, TAU"})
    void aControlReachesOnlyWhatTheLawTakes(StageControl control, Parameter parameter) {
        assertThat(LawFamily.HTMP.domain(parameter).contains(control.minimum())).isTrue();
        assertThat(LawFamily.HTMP.domain(parameter).contains(control.maximum())).isTrue();
    }
}
