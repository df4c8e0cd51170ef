package org.eigenscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eigenscope.app.TestWindow.waitUntil;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.event.ActionEvent;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.text.Text;
import org.eigenscope.ui.main.MainTab;
import org.eigenscope.ui.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.api.FxRobot;

/** How the window's area is shared out. */
class WindowSpaceTest {
    private static final double LEAST_SHARE = 0.45;
    private static final double CONTROLS = 36;
    /** A layout at a fraction of a pixel is rounded. */
    private static final double ROUNDING = 1;

    private final FxRobot robot = new FxRobot();

    @TempDir
    private Path folder;

    private TestWindow window;

    @AfterEach
    void closeWindow() throws TimeoutException {
        window.close();
    }

    private void show() throws Exception {
        Random random = new Random(5);
        String rows = IntStream.range(0, 12)
                .mapToObj(i ->
                        random.doubles(20, -1, 1).mapToObj(Double::toString).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));
        Path matrix = Files.writeString(folder.resolve("m.csv"), rows + "\n");
        window = TestWindow.open(matrix.toString());
        waitUntil(() ->
                !window.context().models().fit().league().rowsProperty().get().isEmpty());
    }

    private Bounds bounds(String selector) {
        Node node = robot.lookup(selector).query();
        return node.localToScene(node.getLayoutBounds());
    }

    private void resize(double width, double height) {
        robot.interact(() -> {
            window.stage().setWidth(width);
            window.stage().setHeight(height);
        });
        robot.interact(() -> window.stage().getScene().getRoot().layout());
    }

    @Test
    void theChartHasNearlyHalfOfTheWindowAndItsControlsFitInOneRowAtEverySize() throws Exception {
        show();
        robot.interact(() ->
                window.context().models().spectrum().residualsShownProperty().set(true));
        resize(1280, 800);
        Scene scene = window.stage().getScene();
        Bounds chart = bounds(".spectrum-plot");
        Bounds residuals = bounds(".below-chart");
        double height = residuals.getMaxY() - chart.getMinY();
        assertThat(chart.getWidth() * height / (scene.getWidth() * scene.getHeight()))
                .isGreaterThanOrEqualTo(LEAST_SHARE);
        for (int[] size : new int[][] {{1280, 800}, {1024, 640}, {1366, 768}}) {
            resize(size[0], size[1]);
            assertThat(bounds(".chart-controls").getHeight()).isLessThanOrEqualTo(CONTROLS);
            Bounds pane = bounds(".spectrum-pane");
            for (Node control : robot.lookup(".chart-controls > *").queryAll()) {
                assertThat(control.localToScene(control.getLayoutBounds()).getMaxX())
                        .as(control + " at " + size[0])
                        .isLessThanOrEqualTo(pane.getMaxX() + ROUNDING);
            }
        }
    }

    /** Names that somebody gave may be shortened, and refusals of what was typed, which a tooltip has in full. */
    private static final Set<String> MAY_BE_SHORTENED =
            Set.of("library-name", "matrix-name", "general-warning", "recent-file");

    @Test
    void noWordsOfTheSpectrumTabAreCutAtTheUsualSize() throws Exception {
        show();
        resize(1280, 800);
        robot.interact(() -> {
            window.context().models().spectrum().residualsShownProperty().set(true);
            robot.lookup("#table").queryAs(ToggleButton.class).setSelected(true);
        });
        assertThat(cutNow()).isEmpty();
        robot.interact(() -> robot.lookup("#table").queryAs(ToggleButton.class).setSelected(false));
        assertThat(cutNow()).isEmpty();
    }

    /** What is cut after a layout, with nothing that the background brings in between. */
    private List<String> cutNow() {
        List<String> found = new ArrayList<>();
        robot.interact(() -> {
            Parent root = window.stage().getScene().getRoot();
            root.applyCss();
            root.layout();
            found.addAll(cut(root));
        });
        return found;
    }

    /** What the labels below a node leave out of their texts, and words that they break. */
    private static List<String> cut(Parent root) {
        List<String> found = new ArrayList<>();
        for (Node node : root.getChildrenUnmodifiable()) {
            if (!node.isVisible() || node.getStyleClass().stream().anyMatch(MAY_BE_SHORTENED::contains)) {
                continue;
            }
            if (node instanceof Labeled labeled && labeled.getText() != null) {
                labeled.getChildrenUnmodifiable().stream()
                        .filter(child -> child instanceof Text && !(child instanceof FontIcon))
                        .forEach(child -> complain(labeled, (Text) child, found));
            }
            if (node instanceof Parent parent) {
                found.addAll(cut(parent));
            }
        }
        return found;
    }

    private static void complain(Labeled labeled, Text shown, List<String> found) {
        String text = labeled.getText();
        if (!shown.getText().isBlank()
                && !shown.getText().equals(text)
                && !shown.getText().equals(text.replace("_", ""))) {
            found.add(text + " is shown as " + shown.getText());
        } else if (labeled.isWrapText() && widestWord(shown) > Math.ceil(labeled.getWidth()) + ROUNDING) {
            found.add(text + " has a broken word");
        }
    }

    private static double widestWord(Text shown) {
        Text ruler = new Text();
        ruler.setFont(shown.getFont());
        double widest = 0;
        for (String word : shown.getText().split("\\s+")) {
            ruler.setText(word);
            widest = Math.max(widest, ruler.getLayoutBounds().getWidth());
        }
        return widest;
    }

    @Test
    void nothingInTheFitPaneReachesBeyondItWhateverIsSetByHand() throws Exception {
        show();
        for (int[] size : new int[][] {{1280, 800}, {1024, 640}}) {
            resize(size[0], size[1]);
            for (String id : List.of("kappa", "tau", "scale")) {
                TextField field = robot.lookup("#" + id + "-field").queryAs(TextField.class);
                robot.interact(() -> {
                    field.setText("0.00012345678");
                    field.fireEvent(new ActionEvent());
                });
                robot.interact(() -> window.stage().getScene().getRoot().layout());
                double end = bounds(".fit-scroll .viewport").getMaxX();
                for (Node node : robot.lookup(".fit-pane *").queryAll()) {
                    if (isSeen(node)) {
                        assertThat(node.localToScene(node.getLayoutBounds()).getMaxX())
                                .as(node + " with " + id + " by hand at " + size[0])
                                .isLessThanOrEqualTo(end + ROUNDING);
                    }
                }
            }
        }
    }

    private static boolean isSeen(Node node) {
        return node.isVisible()
                && node.isManaged()
                && (node.getParent() == null || node.getParent() instanceof ScrollPane || isSeen(node.getParent()));
    }

    @Test
    void everyTabFitsIntoASmallWindow() throws Exception {
        show();
        for (MainTab tab : MainTab.values()) {
            robot.interact(() -> window.context().models().main().tabProperty().set(tab));
            resize(1024, 640);
            assertThat(beyond(window.stage().getScene().getRoot(), 1024 + ROUNDING))
                    .as(tab.title())
                    .isEmpty();
        }
    }

    /** What reaches beyond an abscissa, but for what can be scrolled. */
    private static List<Node> beyond(Parent root, double end) {
        List<Node> found = new ArrayList<>();
        for (Node node : root.getChildrenUnmodifiable()) {
            if (node.isVisible() && node.isManaged()) {
                if (node.localToScene(node.getLayoutBounds()).getMaxX() > end) {
                    found.add(node);
                }
                if (node instanceof Parent parent && !(node instanceof Control)) {
                    found.addAll(beyond(parent, end));
                }
            }
        }
        return found;
    }

    /** Remembers what was put when it was told to write. */
    private static final class WrittenSettings implements Settings {
        private final Map<String, String> put = new ConcurrentHashMap<>();
        private final Map<String, String> written = new ConcurrentHashMap<>();

        @Override
        public Optional<String> get(String key) {
            return Optional.ofNullable(put.get(key));
        }

        @Override
        public void put(String key, String value) {
            put.put(key, value);
        }

        @Override
        public void write() {
            written.putAll(put);
        }
    }

    @Test
    void aFoldedPaneStaysFoldedAlsoIfTheProgramIsKilled() throws Exception {
        WrittenSettings settings = new WrittenSettings();
        window = TestWindow.open(() -> AppContext.create(settings));
        robot.interact(() -> window.context().models().main().fitShownProperty().set(false));
        waitUntil(() -> "false".equals(settings.written.get("window.fit")));
        assertThat(settings.written).doesNotContainKey("window.library");
    }

    @Test
    void aFoldedPaneGivesItsWidthToTheChartAndComesBackAsWideAsItWas() throws Exception {
        show();
        resize(1280, 800);
        double before = bounds(".spectrum-pane").getWidth();
        double library = bounds(".library-pane").getWidth();
        robot.interact(
                () -> window.context().models().main().libraryShownProperty().set(false));
        waitUntil(() -> bounds(".spectrum-pane").getWidth() > before + library / 2);
        robot.interact(
                () -> window.context().models().main().libraryShownProperty().set(true));
        waitUntil(() -> Math.abs(bounds(".library-pane").getWidth() - library) < 2);
    }
}
