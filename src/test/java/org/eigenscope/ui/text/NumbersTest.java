package org.eigenscope.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    /** Half a unit in the fourth digit. */
    private static final Percentage FOUR_DIGITS = Percentage.withPercentage(0.051);

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.5000",
        "1.20345, 1.203",
        "-12.345678, −12.35",
        "12345.6, 12350",
        "0.001, 0.001000",
        "0.00099996, 0.001000",
        "0.0000123449, 1.234×10⁻⁵",
        "123456, 1.235×10⁵",
        "-1e-300, −1.000×10⁻³⁰⁰",
        "0, 0",
        "-0.0, 0"
    })
    void writesFourSignificantDigits(double value, String text) {
        assertThat(Numbers.format(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"200, 200", "-3.5, −3.5", "0.085786, 0.08579", "1.2e-5, 1.2×10⁻⁵", "12345.6, 12350", "0, 0", "NaN, –"})
    void writesNoZerosAtTheEndInSentences(double value, String text) {
        assertThat(Numbers.formatBrief(value)).isEqualTo(text);
    }

    @Test
    void writesWhatIsNoNumberAsDash() {
        assertThat(Numbers.format(Double.NaN)).isEqualTo("–");
    }

    @Test
    void writesInfinityWithItsSign() {
        assertThat(Numbers.format(Double.NEGATIVE_INFINITY)).isEqualTo("−∞");
    }

    @Property(seed = "1")
    void readsWhatItWrites(@ForAll @DoubleRange(min = -1e12, max = 1e12) double value) {
        assertThat(Numbers.parse(Numbers.format(value)).orElseThrow()).isCloseTo(value, FOUR_DIGITS);
    }

    @ParameterizedTest
    @CsvSource({"'3,5', 3.5", "1e-5, 1e-5", "−2, -2", "1.2×10⁻³, 0.0012", "' 7 ', 7"})
    void readsWhatPeopleType(String text, double value) {
        assertThat(Numbers.parse(text)).hasValue(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1.2.3", "NaN", "Infinity", "1e999", "--1"})
    void refusesWhatIsNoFiniteNumber(String text) {
        assertThat(Numbers.parse(text)).isEmpty();
    }

    @Test
    void groupsCountsByThousands() {
        assertThat(Numbers.count(1_234_567)).isEqualTo("1 234 567");
    }

    @ParameterizedTest
    @CsvSource({"0.42, 0.4 ms", "12.4, 12 ms", "3140, 3.1 s"})
    void writesDurations(double milliseconds, String text) {
        assertThat(Numbers.duration(milliseconds)).isEqualTo(text);
    }

    @Test
    void aDifferenceThatRoundsToZeroHasNoSign() {
        assertThat(Numbers.formatFixed2(-0.001)).isEqualTo("0.00");
    }

    @ParameterizedTest
    @CsvSource({"3.5804, 3.58", "444.3, 444", "44.43, 44.4", "1203.4, 1200", "0.000012345, 1.23×10⁻⁵"})
    void shortNumbersHaveThreeDigits(double value, String text) {
        assertThat(Numbers.formatShort(value)).isEqualTo(text);
    }
}
