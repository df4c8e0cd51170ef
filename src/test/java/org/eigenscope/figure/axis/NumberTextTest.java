package org.eigenscope.figure.axis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {
    @ParameterizedTest
    @CsvSource({
        "0.031249, 3, 0.0312",
        "2.782, 4, 2.782",
        "99999.6, 3, 1.00×10⁵",
        "3.123e-7, 3, 3.12×10⁻⁷",
        "-12.5, 3, −12.5",
        "0, 3, 0",
        "NaN, 3, –",
        "Infinity, 3, ∞",
        "-Infinity, 3, −∞"
    })
    void numbersArePlainNearOneAndPowersElsewhere(double value, int digits, String expected) {
        assertThat(NumberText.significant(value, digits)).isEqualTo(expected);
    }
}
