package org.eigenscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a window comes back. */
class WindowPlaceTest {
    private static final Rectangle2D LEFT = new Rectangle2D(0, 0, 1280, 800);
    private static final Rectangle2D RIGHT = new Rectangle2D(1280, 0, 1920, 1080);

    @Test
    void aPlaceOnAScreenIsKept() {
        WindowPlace place = new WindowPlace(1400, 100, 1000, 700);
        assertThat(place.on(List.of(LEFT, RIGHT))).isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource({"1400,100,1000,700", "-5000,-5000,1000,700", "900,500,1000,700", "0,0,9000,9000", "1279,799,1,1"})
    void theWindowIsWhollyOnTheScreenThatIsLeft(double x, double y, double width, double height) {
        WindowPlace seen = new WindowPlace(x, y, width, height).on(List.of(LEFT));
        assertThat(LEFT.contains(seen.x(), seen.y(), seen.width(), seen.height()))
                .isTrue();
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        WindowPlace place = new WindowPlace(-3.5, 40, 1280, 800);
        assertThat(WindowPlace.parse(place.text())).contains(place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,2,3", "1,2,3,x", "NaN,0,10,10", "0,0,-5,10", "0,0,Infinity,10", "1,2,3,4,5"})
    void aDamagedTextIsNoPlace(String text) {
        assertThat(WindowPlace.parse(text)).isEmpty();
    }
}
