package org.eigenscope.ui.spectrum;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PinnedTableTest {
    private static String interval(double low, double high, boolean hasInterval) {
        return PinnedTable.interval(new DrawnGhost.Estimate("htmp", 2, low, high, hasInterval));
    }

    @Test
    void anEndThatTheDataDidNotSetIsSaidAndNoIntervalIsADash() {
        assertThat(interval(1.5, 2.5, true)).isEqualTo("1.500 to 2.500");
        assertThat(interval(1.5, Double.NaN, true)).isEqualTo("1.500 to not bounded");
        assertThat(interval(Double.NaN, Double.NaN, false)).isEqualTo("–");
    }
}
