package org.eigenscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eigenscope.app.TestWindow.waitUntil;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.ui.library.LibraryModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** What stands in the middle of a chart that has no distribution to draw. */
class ChartStateWindowTest {
    private final FxRobot robot = new FxRobot();

    @TempDir
    private Path folder;

    private TestWindow window;

    @AfterEach
    void closeWindow() throws TimeoutException {
        window.close();
    }

    private void open(String name, String text) throws Exception {
        Path file = Files.writeString(folder.resolve(name), text);
        robot.interact(() -> window.context().models().library().openPaths(List.of(file)));
    }

    /** The words in the middle of the chart, none while it draws something. */
    private String words() {
        return robot.lookup(".plot-empty").tryQuery().filter(Node::isVisible).stream()
                .flatMap(state -> robot.from(state).lookup(".label").<Labeled>queryAll().stream())
                .map(Labeled::getText)
                .collect(Collectors.joining(" "));
    }

    @Test
    void everyMatrixWithoutADistributionSaysSoInTheMiddleOfTheChart() throws Exception {
        Path one = Files.writeString(folder.resolve("one.csv"), "3\n");
        window = TestWindow.open(one.toString());
        waitUntil(() -> words().startsWith("There is no spectrum to show") && words().contains("fewer than 2 rows"));
        open("m.csv", "1,2,3\n3,1,4\n5,2,7\n");
        waitUntil(() -> words().isEmpty());
        open("zero.csv", "0,0,0\n0,0,0\n");
        waitUntil(() -> words().startsWith("All 2 eigenvalues of zero.csv are zero"));
        open("m2.csv", "1,2,3\n3,1,4\n5,2,8\n");
        waitUntil(() -> words().isEmpty());
        open("nan.csv", "1,NaN\n2,3\n");
        waitUntil(() -> words().contains("NaN") && words().startsWith("There is no spectrum to show"));
        open("m3.csv", "1,2,3\n3,1,4\n5,2,9\n");
        waitUntil(() -> words().isEmpty());
        robot.interact(() -> {
            LibraryModel library = window.context().models().library();
            library.select(library.files().get(0).tensors().get(0));
        });
        waitUntil(() -> words().startsWith("There is no spectrum to show") && words().contains("fewer than 2 rows"));
    }

    @Test
    void whileAMatrixIsReadTheChartDoesNotAskForOne() throws Exception {
        Path file = Files.writeString(folder.resolve("m.csv"), "1,2,3\n3,1,4\n5,2,7\n");
        window = TestWindow.open(folder.resolve("missing.csv").toString());
        waitUntil(() -> !window.context().models().library().openingProperty().get());
        robot.interact(() -> {
            window.context().models().library().open(List.of(new MatrixTarget(file, java.util.Optional.empty())));
            assertThat(words()).startsWith("Opening files");
            assertThat(window.context().models().main().statusProperty().get()).startsWith("Opening files");
        });
        waitUntil(() -> words().isEmpty());
    }
}
