package org.eigenscope.study.survey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListedEigenvaluesTest {
    @ParameterizedTest
    @CsvSource({
        "fc1.weight.eigenvalues, fc1.weight",
        "h.0.attn.c_attn.weight/evals, h.0.attn.c_attn.weight",
        "encoder.layer.0.fc2.singular_values, encoder.layer.0.fc2",
        "ntk.EIG, ntk",
        "ck.fc1_esd, ck.fc1",
        "eigenvalues, eigenvalues",
        "fc1.weight, fc1.weight",
        "fc1.eigenvalues.0, fc1.eigenvalues.0"
    })
    void theMatrixHasTheNameWithoutWhatSaysThatItIsAList(String tensor, String matrix) {
        assertThat(ListedEigenvalues.matrixName(tensor)).isEqualTo(matrix);
    }
}
