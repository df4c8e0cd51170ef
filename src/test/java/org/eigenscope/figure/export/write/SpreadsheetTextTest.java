package org.eigenscope.figure.export.write;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"=cmd|'/c calc'!A1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1"})
    void whatASpreadsheetWouldRunIsText(String label) {
        assertThat(SpreadsheetText.of(label)).isEqualTo("'" + label);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fc2.weight", "a=b", "κ = 2", "1-2", "'quoted'", "−1"})
    void otherLabelsStay(String label) {
        assertThat(SpreadsheetText.of(label)).isEqualTo(label);
    }
}
