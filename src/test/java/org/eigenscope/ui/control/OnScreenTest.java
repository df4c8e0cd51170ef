package org.eigenscope.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnScreenTest {
    private static final Rectangle2D SMALL = new Rectangle2D(0, 0, 1024, 640);
    private static final Rectangle2D RIGHT_OF_IT = new Rectangle2D(1024, 0, 1920, 1080);

    @ParameterizedTest
    @CsvSource({
        // wanted                   seen
        "100, 50, 800, 500,         100, 50, 800, 500",
        "-400, 50, 800, 500,        0, 50, 800, 500",
        "300, 400, 800, 500,        224, 140, 800, 500",
        "-48, -60, 1120, 760,       0, 0, 1024, 640",
        "900, 100, 1120, 760,       1024, 100, 1120, 760",
        "2500, 900, 1120, 760,      1824, 320, 1120, 760",
        "-5000, 9000, 300, 200,     0, 440, 300, 200"
    })
    void windowLiesWhollyOnTheScreenThatHoldsMostOfIt(
            double x, double y, double width, double height, double seenX, double seenY, double seenW, double seenH) {
        assertThat(OnScreen.place(new Rectangle2D(x, y, width, height), List.of(SMALL, RIGHT_OF_IT)))
                .isEqualTo(new Rectangle2D(seenX, seenY, seenW, seenH));
    }
}
