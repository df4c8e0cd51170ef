package org.eigenscope.ui.spectrum;

import static org.assertj.core.api.Assertions.assertThat;

import org.eigenscope.analysis.Spikes;
import org.eigenscope.figure.Guide;
import org.junit.jupiter.api.Test;

class SpikesModelTest {
    @Test
    void theEdgeSaysHowManySpikesLieAboveIt() {
        assertThat(SpikesModel.marks(new Spikes(2.8, 3, new double[] {5, 9})))
                .contains(new Guide.Vertical(Guide.Kind.MARK, 3, "MP edge, 2 spikes"));
    }

    @Test
    void everySpikeHasItsLine() {
        assertThat(SpikesModel.marks(new Spikes(2.8, 3, new double[] {5, 9})))
                .contains(new Guide.Vertical(Guide.Kind.MARK, 5, ""), new Guide.Vertical(Guide.Kind.MARK, 9, ""));
    }
}
