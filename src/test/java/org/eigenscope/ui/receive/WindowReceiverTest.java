package org.eigenscope.ui.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.eigenscope.bridge.ReceivedMemory;
import org.eigenscope.bridge.ReceivedMetrics;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.study.StudyRow;
import org.eigenscope.ui.task.ManualExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowReceiverTest {
    private final ManualExecutor behind = new ManualExecutor();
    private final List<Path> files = new ArrayList<>();
    private final List<StudyRow> told = new ArrayList<>();

    @TempDir
    private Path parent;

    private ReceivedFolder folder;
    private ReceivedStudy study;
    private WindowReceiver receiver;

    @BeforeEach
    void make() throws EigenscopeException {
        folder = new ReceivedFolder(parent);
        study = ReceivedStudy.create(parent.resolve("studies"), "now", 1 << 20);
        receiver = receiver(study);
    }

    private WindowReceiver receiver(ReceivedStudy into) {
        return new WindowReceiver(new ReceivedMemory(1 << 20), folder, into, behind, new WindowReceiver.Listener() {
            @Override
            public void file(Path file) {
                files.add(file);
            }

            @Override
            public void row(StudyRow row) {
                told.add(row);
            }
        });
    }

    @AfterEach
    void close() {
        study.close();
        folder.close();
    }

    private StudyRow only() throws EigenscopeException {
        assertThat(study.store().rows()).hasSize(1);
        return study.store().rows().get(0);
    }

    @Test
    void spectrumBecomesAFileAtOnceAndARowBehind() throws EigenscopeException {
        receiver.accept(ReceivedSamples.of("b20", "fc1.weight", 7));
        assertThat(files).hasSize(1);
        assertThat(files.get(0)).exists();
        assertThat(study.store().rows()).isEmpty();
        behind.runAll();
        assertThat(only().text("run")).isEqualTo("b20");
        assertThat(only().number("step")).isEqualTo(7);
        assertThat(only().text("tensor")).isEqualTo("fc1.weight");
        assertThat(only().number("spectral_norm")).isCloseTo(Math.sqrt(8 * 20), within(1e-12));
    }

    @Test
    void everyStepIsARow() throws EigenscopeException {
        for (int step = 0; step < 3; step++) {
            receiver.accept(ReceivedSamples.of("b20", "fc1.weight", step));
            behind.runAll();
        }
        assertThat(study.store().rows()).extracting(row -> row.number("step")).containsExactly(0.0, 1.0, 2.0);
        assertThat(files).containsOnly(files.get(0));
        assertThat(told).hasSize(3);
    }

    @Test
    void layersOfARunAreInTheOrderOfTheNetwork() throws EigenscopeException {
        receiver.accept(ReceivedSamples.of("b20", "layers.1.weight", 0));
        receiver.accept(ReceivedSamples.of("b20", "layers.0.weight", 0));
        behind.runAll();
        assertThat(study.store().rows())
                .filteredOn(row -> row.text("tensor").equals("layers.0.weight"))
                .extracting(row -> row.number("depth"))
                .containsExactly(0.0);
    }

    @Test
    void metricsThatCameBeforeAreInTheRow() throws EigenscopeException {
        receiver.accept(new ReceivedMetrics("b20", OptionalLong.of(7), Map.of("accuracy", 0.5)));
        receiver.accept(ReceivedSamples.of("b20", "fc1", 7));
        behind.runAll();
        assertThat(only().number("accuracy")).isEqualTo(0.5);
    }

    @Test
    void metricsThatComeLaterAreAddedToTheRowsOfTheirStep() throws EigenscopeException {
        receiver.accept(ReceivedSamples.of("b20", "fc1", 7, Map.of("loss", 2.0)));
        behind.runAll();
        receiver.accept(new ReceivedMetrics("b20", OptionalLong.of(8), Map.of("accuracy", 0.25)));
        receiver.accept(new ReceivedMetrics("b20", OptionalLong.of(7), Map.of("accuracy", 0.5)));
        behind.runAll();
        assertThat(only().number("accuracy")).isEqualTo(0.5);
        assertThat(only().number("loss")).isEqualTo(2);
        assertThat(told).hasSize(2);
        assertThat(told.get(1).number("accuracy")).isEqualTo(0.5);
    }

    @Test
    void metricWithTheNameOfAColumnIsSeenBesideIt() throws EigenscopeException {
        receiver.accept(ReceivedSamples.of("b20", "fc1", 7, Map.of("rows", 5.0, "run", 3.0)));
        behind.runAll();
        assertThat(only().number("rows")).isEqualTo(20);
        assertThat(only().number("metric_rows")).isEqualTo(5);
        assertThat(only().text("run")).isEqualTo("b20");
    }

    @Test
    void metricsOfAnotherRunStayThere() throws EigenscopeException {
        receiver.accept(new ReceivedMetrics("b100", OptionalLong.of(7), Map.of("accuracy", 0.5)));
        receiver.accept(ReceivedSamples.of("b20", "fc1", 7));
        behind.runAll();
        assertThat(only().text("accuracy")).isEmpty();
    }

    @Test
    void rowsBeyondThoseThatMayWaitAreLeftOutAndCounted() throws EigenscopeException {
        for (int step = 0; step < 65; step++) {
            receiver.accept(ReceivedSamples.of("b20", "fc1", step));
        }
        assertThat(behind.waiting()).isEqualTo(64);
        assertThat(receiver.leftOut()).isEqualTo(1);
        assertThat(receiver.received()).isEqualTo(65);
        assertThat(receiver.find(Optional.empty(), "fc1").orElseThrow().label().step())
                .hasValue(64);
    }

    @Test
    void spectraThatAFullStudyDoesNotTakeAreCounted() throws EigenscopeException {
        try (ReceivedStudy full = ReceivedStudy.create(parent.resolve("studies"), "full", 10)) {
            WindowReceiver into = receiver(full);
            into.accept(ReceivedSamples.of("b20", "fc1", 0));
            behind.runAll();
            assertThat(into.leftOut()).isEqualTo(1);
        }
        assertThat(told).isEmpty();
    }

    @Test
    void rowsAfterTheStudyWasClosedAreCounted() throws EigenscopeException {
        receiver.accept(ReceivedSamples.of("b20", "fc1", 0));
        study.close();
        behind.runAll();
        assertThat(receiver.leftOut()).isEqualTo(1);
    }
}
