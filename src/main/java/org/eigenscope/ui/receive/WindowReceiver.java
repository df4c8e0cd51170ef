package org.eigenscope.ui.receive;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.eigenscope.bridge.BridgeReceiver;
import org.eigenscope.bridge.Received;
import org.eigenscope.bridge.ReceivedMemory;
import org.eigenscope.bridge.ReceivedMetrics;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.study.StudyMatrix;
import org.eigenscope.study.survey.SpectrumRows;

/**
 * Takes what a window receives: keeps it for fits and figures, writes it into the folder, tells the library, and makes rows of a study.
 * Rows cost a fit each and are made behind; where too many wait, further ones are left out and counted.
 */
public final class WindowReceiver implements BridgeReceiver {
    private static final int MOST_WAITING_ROWS = 64;
    private static final int MOST_STEPS_WITH_METRICS = 4096;
    private static final int MOST_MATRICES = 512;

    private final ReceivedMemory memory;
    private final ReceivedFolder folder;
    private final SpectrumRows rows;
    private final Executor study;
    private final Consumer<Path> library;
    private final Map<Path, Boolean> written = new HashMap<>();
    private final Map<String, Map<String, Double>> metrics = new LinkedHashMap<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong leftOut = new AtomicLong();

    /**
     * @param memory answers fits and figures
     * @param rows makes the study's rows
     * @param study runs that, one at a time
     * @param library told of each file that was written, on the thread that received it
     */
    public WindowReceiver(
            ReceivedMemory memory, ReceivedFolder folder, SpectrumRows rows, Executor study, Consumer<Path> library) {
        this.memory = memory;
        this.folder = folder;
        this.rows = rows;
        this.study = study;
        this.library = library;
    }

    @Override
    public int accept(Received arrived) throws EigenscopeException {
        int dropped = memory.accept(arrived);
        Path file = folder.file(arrived.label());
        if (mayWrite(file)) {
            // two steps of one matrix, one after the other
            synchronized (folder) {
                folder.write(arrived);
            }
            library.accept(file);
        }
        received.incrementAndGet();
        if (waiting.incrementAndGet() > MOST_WAITING_ROWS) {
            waiting.decrementAndGet();
            leftOut.incrementAndGet();
        } else {
            study.execute(() -> row(arrived));
        }
        return dropped;
    }

    private synchronized boolean mayWrite(Path file) {
        return written.containsKey(file) || written.size() < MOST_MATRICES && written.put(file, true) == null;
    }

    private void row(Received arrived) {
        waiting.decrementAndGet();
        try {
            rows.put(matrix(arrived), arrived.spectrum(), CancelToken.NONE);
        } catch (EigenscopeException notKept) {
            leftOut.incrementAndGet();
        }
    }

    private StudyMatrix matrix(Received arrived) {
        Received.Label label = arrived.label();
        Map<String, String> attributes = new LinkedHashMap<>();
        metrics(label.run(), label.step()).forEach((name, value) -> attributes.put(name, value.toString()));
        arrived.metrics().forEach((name, value) -> attributes.put(name, value.toString()));
        attributes.put("run", label.run());
        label.step().ifPresent(step -> attributes.put("step", Long.toString(step)));
        Spectrum.Details details = arrived.spectrum().details();
        String source = "received/" + label.run()
                + (label.step().isPresent() ? "/step " + label.step().getAsLong() : "");
        return new StudyMatrix(
                source,
                label.name(),
                Optional.empty(),
                new StudyMatrix.Shape(details.rows(), details.columns(), "float64"),
                Optional.empty(),
                attributes);
    }

    /** Metrics belong to the rows of their step that are made after them. */
    @Override
    public synchronized void accept(ReceivedMetrics sent) {
        String key = key(sent.run(), sent.step());
        Map<String, Double> all = new LinkedHashMap<>(metrics.getOrDefault(key, Map.of()));
        all.putAll(sent.values());
        metrics.remove(key);
        metrics.put(key, all);
        if (metrics.size() > MOST_STEPS_WITH_METRICS) {
            metrics.remove(metrics.keySet().iterator().next());
        }
    }

    private synchronized Map<String, Double> metrics(String run, OptionalLong step) {
        return metrics.getOrDefault(key(run, step), Map.of());
    }

    private static String key(String run, OptionalLong step) {
        return run + "\n" + (step.isPresent() ? step.getAsLong() : "");
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
