package org.eigenscope.ui.spectrum.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTableHeadTest {
    @ParameterizedTest
    @CsvSource({
        "inverse Gamma (κ = 0),inverse|Gamma (κ = 0)",
        "inverse MP (κ = ∞),inverse|MP (κ = ∞)",
        "truncated power law,truncated|power law",
        "λ from,λ from",
        "count,count",
        "lognormallognormal,lognormallognormal"
    })
    void aHeadHasTwoLinesAtMostAndBreaksBetweenWords(String head, String lines) {
        assertThat(FigureTable.twoLines(head)).isEqualTo(lines.replace('|', '\n'));
    }
}
