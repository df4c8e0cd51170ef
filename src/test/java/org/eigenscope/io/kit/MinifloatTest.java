package org.eigenscope.io.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The extreme values of the OCP 8-bit Floating Point Specification 1.0, table 1, and of its kin. */
class MinifloatTest {
    @ParameterizedTest
    @CsvSource({
        "E4M3, 126, 448",
        "E4M3, 1, 0x1p-9",
        "E4M3, 8, 0x1p-6",
        "E4M3, 7, 0x1.cp-7",
        "E4M3, 184, -1",
        "E4M3, 127, NaN",
        "E4M3, 255, NaN",
        "E5M2, 123, 57344",
        "E5M2, 1, 0x1p-16",
        "E5M2, 4, 0x1p-14",
        "E5M2, 124, Infinity",
        "E5M2, 252, -Infinity",
        "E5M2, 125, NaN",
        "E4M3FNUZ, 127, 240",
        "E4M3FNUZ, 128, NaN",
        "E5M2FNUZ, 127, 57344",
        "E5M2FNUZ, 128, NaN",
        "E8M0, 127, 1",
        "E8M0, 0, 0x1p-127",
        "E8M0, 255, NaN"
    })
    void patternsStandForTheNumbersOfTheTable(Minifloat format, int bits, String value) {
        assertThat(format.value(bits)).isEqualTo(Double.valueOf(value));
    }
}
