package org.eigenscope.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WholeNumbersTest {
    private final WholeNumbers numbers = new WholeNumbers(1, 50, 7);

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "abc", "1:2", "1,5", "0.5", "1e3", "nan", "inf", "\u202e", "½", "%s", "0x10", "٣"})
    void whatIsNoWholeNumberLeavesTheValue(String typed) {
        assertThat(numbers.getConverter().fromString(typed)).isEqualTo(7);
    }

    @Test
    void moreDigitsThanAnyNumberHasLeaveTheValue() {
        assertThat(numbers.getConverter().fromString("9".repeat(2000))).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "-1, 1", "1, 1", "50, 50", "51, 50", "2147483648, 50", "-2147483649, 1", "' +8 ', 8"})
    void whatIsBeyondTheRangeIsItsEnd(String typed, int value) {
        assertThat(numbers.getConverter().fromString(typed)).isEqualTo(value);
    }

    @Test
    void withoutAValueItIsTheLeast() {
        numbers.setValue(null);
        assertThat(numbers.getConverter().fromString("x")).isEqualTo(1);
    }
}
