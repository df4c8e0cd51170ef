package org.eigenscope.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnScreenTest {
    private static final Rectangle2D SMALL = new Rectangle2D(0, 0, 1024, 640);
    private static final Rectangle2D RIGHT_OF_IT = new Rectangle2D(1024, 0, 1920, 1080);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "100, 50, 800, 500 | 100, 50, 800, 500",
                "-400, 50, 800, 500 | 0, 50, 800, 500",
                "300, 400, 800, 500 | 224, 140, 800, 500",
                "-48, -60, 1120, 760 | 0, 0, 1024, 640",
                "900, 100, 1120, 760 | 1024, 100, 1120, 760",
                "2500, 900, 1120, 760 | 1824, 320, 1120, 760",
                "-5000, 9000, 300, 200 | 0, 440, 300, 200"
            })
    void windowLiesWhollyOnTheScreenThatHoldsMostOfIt(String wanted, String seen) {
        assertThat(OnScreen.place(rectangle(wanted), List.of(SMALL, RIGHT_OF_IT)))
                .isEqualTo(rectangle(seen));
    }

    private static Rectangle2D rectangle(String text) {
        double[] n = Stream.of(text.split(",")).mapToDouble(Double::parseDouble).toArray();
        return new Rectangle2D(n[0], n[1], n[2], n[3]);
    }
}
