package org.eigenscope.figure.axis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisRangeTest {
    @ParameterizedTest
    @CsvSource({
        "log, 1e-300, 1e300",
        "log, 1, 1.00000001",
        "linear, -5e299, 5e299",
        "linear, 0, 1e-299",
        "linear, 1e9, 1000000010",
        "symlog, -5e299, 5e299",
        "symlog, -1e-30, 1e-30",
        "symlog, -1e6, -1e-6",
        "symlog, 1e4, 10000.1"
    })
    void rangeWithoutObjectionHasTicks(String kind, double lower, double upper) {
        AxisScale scale = AxisScale.byId(kind).orElseThrow();
        AxisRange range = new AxisRange(lower, upper);
        assertThat(range.objection(scale)).isEmpty();
        assertThat(Ticks.of(scale, range, 5).major()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "log, 0, 1, 'range 0:1 has no place'",
        "log, -2, 1, 'range -2:1 has no place'",
        "log, 1e-310, 1, 'range 1e-310:1 leaves'",
        "log, 1, 1e301, 'range 1:1e301 leaves'",
        "linear, -1e300, 1e300, 'range -1e300:1e300 leaves what axes can show, from -5e299 to 5e299'",
        "linear, 0, 1e-310, 'range 0:1e-310 is too narrow'",
        "linear, 1, 1.0000000001, 'range 1:1.0000000001 is too narrow'",
        "symlog, -1e300, 1, 'range -1e300:1 leaves'",
        "symlog, 1, 1.0000000001, 'range 1:1.0000000001 is too narrow'"
    })
    void rangeThatCannotBeShownIsObjectedTo(String kind, double lower, double upper, String words) {
        AxisScale scale = AxisScale.byId(kind).orElseThrow();
        assertThat(new AxisRange(lower, upper).objection(scale).orElseThrow()).startsWith(words);
    }

    @Test
    void zoomingNeverLeavesWhatCanBeShown() {
        AxisRange range = new AxisRange(0, 1);
        for (int i = 0; i < 3000; i++) {
            range = range.zoomed(AxisScale.LINEAR, 0, 0.5);
            assertThat(range.objection(AxisScale.LINEAR)).isEmpty();
        }
    }

    @Test
    void sentencesShowNumbersAsTheyAreTyped() {
        assertThatThrownBy(() -> new AxisRange(3, 1)).hasMessage("range 3:1 is not finite and ascending");
        assertThat(new AxisRange(-0.25, 1e9)).hasToString("-0.25:1e9");
    }
}
