package org.eigenscope.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
    private static List<String> sorted(String... names) {
        return List.of(names).stream().sorted(NaturalOrder.INSTANCE).toList();
    }

    @Test
    void digitsCountAsNumbers() {
        assertThat(sorted("layer10", "layer2", "layer1")).containsExactly("layer1", "layer2", "layer10");
    }

    @Test
    void capitalsStandBesideSmallLetters() {
        assertThat(sorted("b", "C", "a")).containsExactly("a", "b", "C");
    }

    @Test
    void numbersLongerThanALongAreCompared() {
        assertThat(sorted("w99999999999999999999", "w9999999999999999998"))
                .containsExactly("w9999999999999999998", "w99999999999999999999");
    }

    @Test
    void differentNamesAreNeverEqual() {
        assertThat(NaturalOrder.INSTANCE.compare("w01", "w1")).isNotZero();
        assertThat(NaturalOrder.INSTANCE.compare("A", "a")).isNotZero();
    }
}
