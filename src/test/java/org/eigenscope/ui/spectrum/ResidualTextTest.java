package org.eigenscope.ui.spectrum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.compose.Residuals;
import org.eigenscope.figure.style.CurveRole;
import org.junit.jupiter.api.Test;

class ResidualTextTest {
    private static Residuals reaching(double distance) {
        Curve curve = Curve.of(CurveRole.GAMMA, "Gamma", new double[] {1}, new double[] {distance});
        return new Residuals(List.of(curve), distance, 0.3);
    }

    @Test
    void theTextSaysWhetherTheBandIsLeft() {
        assertThat(ResidualText.spoken(reaching(0.025))).contains("of Gamma: largest 0.025, within");
        assertThat(ResidualText.spoken(reaching(0.4))).contains("outside");
    }

    @Test
    void withoutALawThereIsNothingToSay() {
        assertThat(ResidualText.spoken(Residuals.NONE)).isEqualTo("No residuals.");
    }
}
