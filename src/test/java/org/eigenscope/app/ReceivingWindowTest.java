package org.eigenscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.eigenscope.app.TestWindow.waitUntil;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.study.StudyRow;
import org.eigenscope.ui.fit.parameter.ParameterModel;
import org.eigenscope.ui.library.LibraryFolder;
import org.eigenscope.ui.library.LibraryTensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** What arrives, in the window: its run in the library, its steps in the study, the spectrum that moves. */
class ReceivingWindowTest {
    private static final int SIZE = 40;

    private final FxRobot robot = new FxRobot();
    private TestWindow window;

    @TempDir
    private Path state;

    @TempDir
    private Path elsewhere;

    @BeforeEach
    void receive() throws TimeoutException {
        window = TestWindow.open(state);
        wish(true);
    }

    @AfterEach
    void closeWindow() throws TimeoutException {
        window.close();
    }

    private void wish(boolean wanted) {
        robot.interact(() ->
                window.context().models().main().receiving().wantedProperty().set(wanted));
    }

    private List<Path> addresses() throws IOException {
        try (Stream<Path> files = Files.list(state.resolve("bridge"))) {
            return files.filter(file -> file.toString().endsWith(".json")).toList();
        }
    }

    /** Sends a spectrum whose largest eigenvalue is 100 + step. */
    private void send(String run, String name, int step) throws IOException {
        String values = DoubleStream.concat(
                        IntStream.range(1, SIZE).mapToDouble(i -> 0.05 * i * i), DoubleStream.of(100 + step))
                .mapToObj(Double::toString)
                .collect(Collectors.joining(" "));
        String address = Files.readString(addresses().get(0));
        String url = address.replaceAll(".*\"url\":\"([^\"]*)\".*", "$1");
        HttpURLConnection connection = (HttpURLConnection) URI.create(url + "/v1/spectrum?run=" + run + "&name=" + name
                        + "&step=" + step + "&rows=" + SIZE + "&columns=" + 2 * SIZE)
                .toURL()
                .openConnection();
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setRequestProperty(
                "Authorization", "Bearer " + address.replaceAll(".*\"token\":\"([^\"]*)\".*", "$1"));
        try (OutputStream body = connection.getOutputStream()) {
            body.write(values.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(connection.getResponseCode()).isEqualTo(200);
    }

    private List<LibraryTensor> tensors() {
        return window.context().models().library().folders().stream()
                .flatMap(folder -> folder.entries().stream())
                .flatMap(entry -> entry.fileProperty().get().stream())
                .flatMap(file -> file.tensors().stream())
                .toList();
    }

    private double largestShown() {
        return window.context()
                .models()
                .spectrum()
                .shownProperty()
                .get()
                .map(shown -> shown.spectrum().ascending())
                .map(values -> values[values.length - 1])
                .orElse(Double.NaN);
    }

    private void show(int step) throws IOException, TimeoutException {
        send("b20", "fc2.weight", step);
        waitUntil(() -> !tensors().isEmpty());
        robot.interact(
                () -> window.context().models().library().select(tensors().get(0)));
        waitUntil(() -> Math.abs(largestShown() - 100 - step) < 1e-9);
    }

    private List<StudyRow> rows() {
        return window.context().studies().rows().shownProperty().get();
    }

    @Test
    void runIsAFolderAndItsStepsAreRows() throws IOException, TimeoutException {
        send("b20", "fc1.weight", 0);
        send("b20", "fc2.weight", 0);
        send("b100", "fc1.weight", 0);
        send("b20", "fc1.weight", 1);
        waitUntil(() -> rows().size() == 4);
        waitUntil(() -> tensors().size() == 3);
        assertThat(window.context().models().library().folders())
                .extracting(LibraryFolder::displayName)
                .containsExactlyInAnyOrder("b20", "b100");
        assertThat(rows())
                .filteredOn(row ->
                        row.text("run").equals("b20") && row.text("tensor").equals("fc1.weight"))
                .extracting(row -> row.number("step"))
                .containsExactly(0.0, 1.0);
    }

    private ParameterModel kappa() {
        return window.context().models().fit().parameter(Parameter.KAPPA);
    }

    @Test
    void spectrumMovesWhileAPersonDragsAndTheHandKeepsItsValue() throws IOException, TimeoutException {
        show(0);
        waitUntil(() -> window.context().models().fit().lastFitProperty().get().isPresent());
        robot.interact(() -> {
            kappa().grab();
            kappa().dragToValue(3.5);
        });
        for (int step = 1; step < 4; step++) {
            double largest = 100 + step;
            send("b20", "fc2.weight", step);
            waitUntil(() -> Math.abs(largestShown() - largest) < 1e-9);
            assertThat(kappa().valueProperty().get()).isEqualTo(3.5);
        }
        robot.interact(() -> kappa().release());
        assertThat(kappa().byHandProperty().get()).isTrue();
    }

    @Test
    void studyStaysWhenReceivingEnds() throws IOException, TimeoutException {
        send("b20", "fc2.weight", 0);
        waitUntil(() -> rows().size() == 1);
        wish(false);
        assertThat(addresses()).isEmpty();
        assertThat(window.context().studies().study().storeProperty().get()).isPresent();
        wish(true);
        send("b20", "fc2.weight", 1);
        waitUntil(() -> rows().size() == 2);
    }

    @Test
    void sessionShowsTheReceivedSpectrumInTheNextWindow() throws IOException, TimeoutException {
        show(7);
        waitUntil(() -> rows().size() == 1);
        Path session = elsewhere.resolve("a.eigenscope");
        robot.interact(() -> window.context().sessions().save(session));
        waitUntil(() -> Files.isRegularFile(session));
        send("b20", "fc2.weight", 8);
        waitUntil(() -> Math.abs(largestShown() - 108) < 1e-9);
        window.close();
        window = TestWindow.open(state);
        robot.interact(() -> window.context().sessions().open(session));
        waitUntil(() -> Math.abs(largestShown() - 107) < 1e-9);
        waitUntil(() -> !rows().isEmpty());
        assertThat(largestShown()).isCloseTo(107, within(1e-9));
        assertThat(rows()).extracting(row -> row.text("tensor")).contains("fc2.weight");
    }
}
