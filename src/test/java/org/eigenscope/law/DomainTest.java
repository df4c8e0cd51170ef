package org.eigenscope.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DomainTest {
    private static final Domain CLOSED = Domain.closed(1e-4, 1);
    private static final Domain OPEN = Domain.above(1, 1000);

    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 0.5, 1})
    void aClosedRangeHasItsEnds(double value) {
        assertThat(CLOSED.contains(value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0x1.a36e2eb1c432cp-14, 0x1.0000000000001p0, Double.NaN, Double.POSITIVE_INFINITY, -0.5})
    void itsNeighboursAndWhatIsNoNumberAreOutside(double value) {
        assertThat(CLOSED.contains(value)).isFalse();
    }

    @Test
    void anOpenEndIsOutsideAndItsNeighbourInside() {
        assertThat(OPEN.contains(1)).isFalse();
        assertThat(OPEN.contains(Math.nextUp(1.0))).isTrue();
        assertThat(OPEN.clamp(0)).isEqualTo(Math.nextUp(1.0));
    }

    @Test
    void whatIsOutsideIsMovedToTheNearestEnd() {
        assertThat(CLOSED.clamp(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(CLOSED.clamp(0)).isEqualTo(1e-4);
        assertThat(CLOSED.clamp(0.3)).isEqualTo(0.3);
    }

    @Test
    void theSentenceSaysWhatValuesMustBe() {
        assertThat(CLOSED.refusal("γ", 1.5)).isEqualTo("γ = 1.5 is outside its domain; it must be between 1e-4 and 1.");
        assertThat(OPEN.describe()).isEqualTo("above 1 and at most 1000");
        assertThat(Domain.closed(-1.25e300, 1e5).describe()).isEqualTo("between -1.25e300 and 1e5");
    }

    @Test
    void aRefusedPowerOfTenIsWrittenAsTheBoundsAre() {
        assertThat(CLOSED.refusal("γ", -1e308)).startsWith("γ = -1e308 is");
        assertThat(CLOSED.refusal("γ", 2.5e-320)).startsWith("γ = 2.5e-320 is");
        assertThat(CLOSED.refusal("γ", Double.NaN)).startsWith("γ = NaN is");
        assertThat(CLOSED.refusal("γ", Double.POSITIVE_INFINITY)).startsWith("γ = Infinity is");
    }

    @Test
    void anEmptyRangeIsNoDomain() {
        assertThatThrownBy(() -> Domain.closed(1, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
