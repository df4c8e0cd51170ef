package org.eigenscope.ui.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KappaChipTest {
    @Test
    void aChipSaysWhatSetsItsFitApart() {
        assertThat(new KappaChip(0.271, false, 0).text()).isEqualTo("κ 0.271");
        assertThat(new KappaChip(30.4, true, 0).text()).isEqualTo("κ 30.4 dir");
        assertThat(new KappaChip(30.4, true, 10).text()).isEqualTo("κ 30.4 dir −10");
    }

    @Test
    void itsTooltipNamesLawAndSample() {
        assertThat(new KappaChip(0.271, false, 0).meaning())
                .isEqualTo("Fitted κ, the eigenvalue repulsion of inverse HTMP, fitted to all positive eigenvalues");
        assertThat(new KappaChip(30.4, true, 1).meaning())
                .isEqualTo("Fitted κ, the eigenvalue repulsion of direct HTMP, fitted without 1 trimmed eigenvalue");
    }
}
