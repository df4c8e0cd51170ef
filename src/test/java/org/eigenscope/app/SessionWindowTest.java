package org.eigenscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eigenscope.app.TestWindow.waitUntil;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import org.eigenscope.matrix.Interpretation;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.spectrum.SpectrumOptions;
import org.eigenscope.ui.spectrum.SpectrumModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** A session brings back how a spectrum was taken, in a window that has moved on since. */
class SessionWindowTest {
    private final FxRobot robot = new FxRobot();
    private TestWindow window;

    @TempDir
    private Path folder;

    @AfterEach
    void closeWindow() throws TimeoutException {
        window.close();
    }

    private SpectrumModel spectrum() {
        return window.context().models().spectrum();
    }

    private boolean isShownUnder(SpectrumOptions options) {
        return spectrum()
                .shownProperty()
                .get()
                .filter(shown -> shown.options().equals(options))
                .isPresent();
    }

    private int droppedRows() {
        return spectrum().shownProperty().get().orElseThrow().droppedRows();
    }

    private Path save() throws TimeoutException {
        Path session = folder.resolve("a.eigenscope");
        robot.interact(() -> window.context().sessions().save(session));
        waitUntil(() -> Files.isRegularFile(session));
        return session;
    }

    private void reopen(Path session) throws TimeoutException {
        window.close();
        window = TestWindow.open();
        waitUntil(() -> spectrum().shownProperty().get().isPresent());
        robot.interact(() -> window.context().sessions().open(session));
    }

    private Path file(String rows) throws IOException {
        return Files.writeString(folder.resolve("m.csv"), rows);
    }

    @Test
    void whatTheMatrixWasTakenForComesBack() throws Exception {
        window = TestWindow.open(file("2,1,0\n1,-3,1\n0,1,4\n").toString());
        SpectrumOptions options = SpectrumOptions.withDefaults()
                .withNormalization(Normalization.UNIT_MEAN)
                .withInterpretation(Interpretation.WEIGHTS);
        robot.interact(() -> {
            spectrum().normalizationProperty().set(options.normalization());
            spectrum().interpretationProperty().set(options.interpretation());
        });
        waitUntil(() -> isShownUnder(options));
        reopen(save());
        waitUntil(() -> isShownUnder(options));
        assertThat(spectrum().interpretationProperty().get()).isEqualTo(Interpretation.WEIGHTS);
    }

    @Test
    void rowsLeftOutComeBackLeftOutAndOnlyForTheirMatrix() throws Exception {
        window = TestWindow.open(file("1,2,3\nnan,1,1\n4,1,2\n0,5,1\n").toString());
        waitUntil(() -> spectrum().remedyProperty().get().isPresent());
        robot.interact(() -> spectrum().applyRemedy());
        SpectrumOptions dropping = SpectrumOptions.withDefaults().withDropNonFiniteRows(true);
        waitUntil(() -> isShownUnder(dropping));
        reopen(save());
        waitUntil(() -> isShownUnder(dropping));
        assertThat(droppedRows()).isEqualTo(1);
        robot.interact(() ->
                spectrum().show(spectrum().shownProperty().get().orElseThrow().tensor()));
        waitUntil(() -> spectrum().remedyProperty().get().isPresent());
    }
}
