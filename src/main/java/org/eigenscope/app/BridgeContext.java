package org.eigenscope.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eigenscope.bridge.BridgeLimits;
import org.eigenscope.bridge.BridgeServer;
import org.eigenscope.bridge.ReceivedMemory;
import org.eigenscope.cli.serve.SpectrumAnswers;
import org.eigenscope.error.BadInputException;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.study.store.StudyStore;
import org.eigenscope.study.survey.SpectrumRows;
import org.eigenscope.study.survey.SurveyOptions;
import org.eigenscope.ui.library.LibraryModel;
import org.eigenscope.ui.main.Models;
import org.eigenscope.ui.receive.ReceivedFolder;
import org.eigenscope.ui.receive.ReceivingModel;
import org.eigenscope.ui.receive.WindowReceiver;

/** The window's server: started and stopped by the menu, and what it does with what comes. */
final class BridgeContext implements AutoCloseable {
    private static final long MOST_BYTES = 256L << 20;

    private final ReceivingModel model;
    private final LibraryModel library;
    private final AppExecutors executors;
    private final Path state;
    private final ReceivedFolder folder;
    private final ExecutorService rows = Executors.newSingleThreadExecutor(AppExecutors.named("eigenscope-received"));
    private final Set<Path> changed = new HashSet<>();
    private Optional<Running> running = Optional.empty();

    /** A server and what it was started with. */
    private record Running(BridgeServer server, WindowReceiver receiver, StudyStore study, ServeThreads.Pools pools) {}

    /** @param state the user's folder */
    BridgeContext(Models models, AppExecutors executors, Path state) {
        this.model = models.main().receiving();
        this.library = models.library();
        this.executors = executors;
        this.state = state;
        folder = new ReceivedFolder(
                state.resolve("received").resolve(UUID.randomUUID().toString()));
        model.wantedProperty().addListener((source, old, wanted) -> change(wanted));
    }

    /** Whether a file was received, and so is not one that the user opened. */
    boolean holds(Path file) {
        return folder.holds(file);
    }

    private void change(boolean wanted) {
        if (wanted && running.isEmpty()) {
            start();
        } else if (!wanted) {
            stop();
        }
    }

    private void start() {
        try {
            StudyStore study = StudyStore.inMemory();
            WindowReceiver receiver = new WindowReceiver(
                    new ReceivedMemory(MOST_BYTES),
                    folder,
                    new SpectrumRows(study, SurveyOptions.withDefaults()),
                    rows,
                    this::arrived);
            ServeThreads.Pools pools = ServeThreads.pools();
            BridgeServer server = BridgeServer.start(
                    0,
                    state,
                    new BridgeServer.Parts(receiver, new SpectrumAnswers()),
                    BridgeLimits.USUAL,
                    pools.threads());
            running = Optional.of(new Running(server, receiver, study, pools));
            model.started(server.url());
        } catch (BadInputException | IOException failure) {
            model.stopped();
            library.report("The window cannot receive: " + failure.getMessage());
        }
    }

    /** On a thread of the server. Many files that change between two turns of the window are one change. */
    private void arrived(Path file) {
        boolean first;
        synchronized (changed) {
            first = changed.isEmpty();
            changed.add(file);
        }
        if (first) {
            executors.foregroundSoon().execute(this::show);
        }
    }

    private void show() {
        List<Path> files;
        synchronized (changed) {
            files = List.copyOf(changed);
            changed.clear();
        }
        Optional<Path> shown = library.selectedProperty()
                .get()
                .map(tensor -> tensor.toSelected().target().file());
        // what the library has open is the file as it was
        library.list(
                files.stream().filter(file -> !shown.equals(Optional.of(file))).toList());
        if (shown.filter(files::contains).isPresent()) {
            library.open(List.of(new MatrixTarget(shown.get(), Optional.empty())));
        }
        running.ifPresent(now -> model.counted(
                now.server().url(), now.receiver().received(), now.receiver().leftOut()));
    }

    /** The study that the rows go into, while the window receives. */
    Optional<StudyStore> study() {
        return running.map(Running::study);
    }

    private void stop() {
        running.ifPresent(now -> {
            now.server().close();
            now.pools().close();
        });
        running = Optional.empty();
        model.stopped();
    }

    @Override
    public void close() {
        stop();
        rows.shutdownNow();
    }
}
