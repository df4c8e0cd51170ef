package org.eigenscope.ui.receive;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.eigenscope.bridge.BridgeReceiver;
import org.eigenscope.bridge.Received;
import org.eigenscope.bridge.ReceivedMemory;
import org.eigenscope.bridge.ReceivedMetrics;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyKey;
import org.eigenscope.study.StudyMatrix;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.naming.NetworkOrder;
import org.eigenscope.study.naming.TensorNames;

/**
 * Takes what a window receives: keeps it for fits and figures, writes it into the folder, tells the library, and makes rows of a study.
 * Rows cost a fit each and are made behind; where too many wait, further ones are left out and counted.
 */
public final class WindowReceiver implements BridgeReceiver {
    private static final int MOST_WAITING = 64;
    private static final int MOST_STEPS = 4096;

    private final ReceivedMemory memory;
    private final ReceivedFolder folder;
    private final ReceivedStudy study;
    private final Executor rows;
    private final Listener listener;
    /** By run and step, the latest of them. */
    private final Map<String, Step> steps = new LinkedHashMap<>();

    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong leftOut = new AtomicLong();

    /** Told of what came, on the thread that received it or made the row. */
    public interface Listener {
        /** A file was written, for the first time or anew. */
        void file(Path file);

        /** A row was made, or what is known of its matrix has become more. */
        void row(StudyRow row);
    }

    /** What is known of a step of a run: its metrics, and the rows that were made of it, by name. */
    private record Step(Map<String, Double> metrics, Map<String, Made> rows) {}

    /** A row that was made, without the metrics of its step. */
    private record Made(StudyMatrix matrix, StudyKey key) {}

    /**
     * @param memory answers fits and figures
     * @param study gets the rows
     * @param rows makes them, one at a time
     */
    public WindowReceiver(
            ReceivedMemory memory, ReceivedFolder folder, ReceivedStudy study, Executor rows, Listener listener) {
        this.memory = Objects.requireNonNull(memory, "memory");
        this.folder = Objects.requireNonNull(folder, "folder");
        this.study = Objects.requireNonNull(study, "study");
        this.rows = Objects.requireNonNull(rows, "rows");
        this.listener = Objects.requireNonNull(listener, "listener");
    }

    @Override
    public int accept(Received arrived) throws EigenscopeException {
        int dropped = memory.accept(arrived);
        Optional<Path> file = folder.file(arrived.label());
        if (file.isPresent()) {
            folder.write(arrived, file.get());
            listener.file(file.get());
        }
        received.incrementAndGet();
        if (!behind(() -> row(arrived))) {
            leftOut.incrementAndGet();
        }
        return dropped;
    }

    /** Whether it is going to be done. */
    private boolean behind(Runnable work) {
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            return false;
        }
        rows.execute(() -> {
            waiting.decrementAndGet();
            work.run();
        });
        return true;
    }

    private void row(Received arrived) {
        Received.Label label = arrived.label();
        StudyMatrix matrix = matrix(arrived);
        try {
            Optional<StudyRow> row =
                    study.put(with(metrics(label.run(), label.step()), matrix), arrived.spectrum(), CancelToken.NONE);
            if (row.isEmpty()) {
                leftOut.incrementAndGet();
                return;
            }
            remember(label, new Made(matrix, row.get().key()));
            listener.row(row.get());
        } catch (EigenscopeException notKept) {
            leftOut.incrementAndGet();
        }
    }

    private StudyMatrix matrix(Received arrived) {
        Received.Label label = arrived.label();
        Map<String, String> attributes = new LinkedHashMap<>();
        arrived.metrics().forEach((name, value) -> attributes.put(attribute(name), value.toString()));
        attributes.put("run", label.run());
        label.step().ifPresent(step -> attributes.put("step", Long.toString(step)));
        Spectrum.Details details = arrived.spectrum().details();
        String source = "received/" + label.run()
                + (label.step().isPresent() ? "/step " + label.step().getAsLong() : "");
        Map<String, NetworkOrder.Position> positions = NetworkOrder.of(folder.names(label.run()), TensorNames.usual());
        return new StudyMatrix(
                source,
                label.name(),
                Optional.empty(),
                new StudyMatrix.Shape(details.rows(), details.columns(), "float64"),
                Optional.ofNullable(positions.get(label.name())),
                attributes);
    }

    /** A metric with the name of a column is called otherwise, as it would not be seen. */
    private static String attribute(String name) {
        return Column.byId(name).isPresent() ? "metric_" + name : name;
    }

    /** What was sent with a spectrum counts before what was sent of its step. */
    private static StudyMatrix with(Map<String, Double> metrics, StudyMatrix matrix) {
        Map<String, String> attributes = new LinkedHashMap<>();
        metrics.forEach((name, value) -> attributes.put(attribute(name), value.toString()));
        attributes.putAll(matrix.attributes());
        return new StudyMatrix(
                matrix.source(), matrix.tensor(), matrix.base(), matrix.shape(), matrix.position(), attributes);
    }

    /** Metrics belong to all rows of their step, those that were made before included. */
    @Override
    public void accept(ReceivedMetrics sent) {
        synchronized (steps) {
            step(sent.run(), sent.step()).metrics().putAll(sent.values());
        }
        behind(() -> again(sent.run(), sent.step()));
    }

    private void again(String run, OptionalLong step) {
        Map<String, Double> metrics = metrics(run, step);
        List<Made> made;
        synchronized (steps) {
            made = List.copyOf(step(run, step).rows().values());
        }
        for (Made one : made) {
            try {
                study.put(with(metrics, one.matrix()), one.key()).ifPresent(listener::row);
            } catch (EigenscopeException notKept) {
                // the row stays without them
                return;
            }
        }
    }

    private Map<String, Double> metrics(String run, OptionalLong step) {
        synchronized (steps) {
            return Map.copyOf(step(run, step).metrics());
        }
    }

    private void remember(Received.Label label, Made made) {
        synchronized (steps) {
            step(label.run(), label.step()).rows().put(label.name(), made);
        }
    }

    /** The oldest steps are forgotten. */
    private Step step(String run, OptionalLong step) {
        String key = run + "\n" + (step.isPresent() ? step.getAsLong() : "");
        Step known = steps.remove(key);
        Step now = known == null ? new Step(new LinkedHashMap<>(), new LinkedHashMap<>()) : known;
        steps.put(key, now);
        if (steps.size() > MOST_STEPS) {
            steps.remove(steps.keySet().iterator().next());
        }
        return now;
    }

    @Override
    public Optional<Received> find(Optional<String> run, String name) {
        return memory.find(run, name);
    }

    /** How many spectra came. */
    public long received() {
        return received.get();
    }

    /** How many of them are no row of the study. */
    public long leftOut() {
        return leftOut.get();
    }
}
