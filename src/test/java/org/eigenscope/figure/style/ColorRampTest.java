package org.eigenscope.figure.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ColorRampTest {
    /** Half a step of an 8-bit channel and half a step of the ramp, in lightness. */
    private static final double ROUNDING = 0.008;

    /** Oklab lightness, from the published matrices. */
    private static double lightness(Rgb color) {
        double r = linear(color.red());
        double g = linear(color.green());
        double b = linear(color.blue());
        double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
        double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
        double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
        return 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
    }

    private static double linear(int channel) {
        double v = channel / 255.0;
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void equalStepsChangeTheLightnessEqually(Theme theme) {
        ColorRamp ramp = ColorRamp.of(theme);
        double first = lightness(ramp.at(0));
        double last = lightness(ramp.at(1));
        for (int i = 0; i <= 16; i++) {
            assertThat(lightness(ramp.at(i / 16.0))).isCloseTo(first + i / 16.0 * (last - first), within(ROUNDING));
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theTopOfTheRampStandsOutFromTheBackground(Theme theme) {
        double background = lightness(Palette.of(theme).background());
        ColorRamp ramp = ColorRamp.of(theme);
        assertThat(Math.abs(lightness(ramp.at(1)) - background)).isGreaterThan(0.5);
        assertThat(Math.abs(lightness(ramp.at(0)) - background)).isLessThan(0.15);
    }
}
