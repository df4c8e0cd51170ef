package org.eigenscope.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eigenscope.bridge.BridgeLimits;
import org.eigenscope.bridge.BridgeServer;
import org.eigenscope.bridge.Received;
import org.eigenscope.bridge.ReceivedMemory;
import org.eigenscope.cli.serve.SpectrumAnswers;
import org.eigenscope.error.BadInputException;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.study.StudyRow;
import org.eigenscope.ui.library.LibraryFolder;
import org.eigenscope.ui.library.LibraryModel;
import org.eigenscope.ui.main.Models;
import org.eigenscope.ui.models.study.StudyModel;
import org.eigenscope.ui.receive.KeptSpectra;
import org.eigenscope.ui.receive.ReceivedFolder;
import org.eigenscope.ui.receive.ReceivedRows;
import org.eigenscope.ui.receive.ReceivedStudy;
import org.eigenscope.ui.receive.ReceivingModel;
import org.eigenscope.ui.receive.WindowReceiver;

/** The window's server: started and stopped by the menu, and what it does with what comes. */
final class BridgeContext implements AutoCloseable {
    private static final long MEBIBYTE = 1 << 20;
    private static final long MOST_BYTES = 256 * MEBIBYTE;
    private static final long MOST_BYTES_KEPT = 512 * MEBIBYTE;
    private static final long MOST_BYTES_OF_STUDY = 1024 * MEBIBYTE;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH.mm.ss", Locale.ROOT);

    private final ReceivingModel model;
    private final LibraryModel library;
    private final AppExecutors executors;
    private final Path state;
    private final ReceivedMemory memory = new ReceivedMemory(MOST_BYTES);
    private final ReceivedFolder folder;
    private final KeptSpectra kept;
    private final ReceivedRows shownRows;
    private final ExecutorService rows = Executors.newSingleThreadExecutor(AppExecutors.named("eigenscope-received"));
    /** Files that changed since the window's last turn. */
    private final Set<Path> changed = new HashSet<>();
    /** Those of them that nobody looks at are listed a few times a second. */
    private final Set<Path> unseen = new HashSet<>();

    private final Set<Path> listedRuns = new HashSet<>();
    private Optional<Taken> taken = Optional.empty();
    private Optional<Running> running = Optional.empty();

    /** What takes all that comes, from the first time on that the window receives. */
    private record Taken(WindowReceiver receiver, ReceivedStudy study) {}

    /** A server and what it was started with. */
    private record Running(BridgeServer server, ServeThreads.Pools pools) {}

    /** @param state the user's folder */
    BridgeContext(Models models, StudyModel shown, AppExecutors executors, Path state) {
        this.model = models.main().receiving();
        this.library = models.library();
        this.executors = executors;
        this.state = state;
        Path received = state.resolve("received");
        folder = new ReceivedFolder(received);
        kept = new KeptSpectra(folder, received.resolve("kept"), MOST_BYTES_KEPT);
        shownRows = new ReceivedRows(shown, models.recent()::add, executors.foregroundInBatches());
        model.wantedProperty().addListener((source, old, wanted) -> change(wanted));
        // before sessions that were left are offered, on the same thread
        executors.autosave().execute(() -> ReceivedFolder.removeLeft(received));
    }

    /** Whether a file was received, and so is not one that the user opened. */
    boolean holds(Path file) {
        return folder.holds(file);
    }

    /** What a received file was made of. */
    Optional<Spectrum> spectrum(Path file) {
        return folder.label(file)
                .flatMap(label -> memory.find(Optional.of(label.run()), label.name()))
                .map(Received::spectrum);
    }

    /** Keeps received files that sessions are drawn from. */
    KeptSpectra kept() {
        return kept;
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
            if (taken.isEmpty()) {
                taken = Optional.of(take());
            }
            ServeThreads.Pools pools = ServeThreads.pools();
            BridgeServer server = BridgeServer.start(
                    0,
                    state,
                    new BridgeServer.Parts(taken.get().receiver(), new SpectrumAnswers()),
                    BridgeLimits.USUAL,
                    pools.threads());
            running = Optional.of(new Running(server, pools));
            listedRuns.clear();
            model.started(server.url());
        } catch (BadInputException | IOException failure) {
            model.stopped();
            library.report("The window cannot receive: " + failure.getMessage());
        }
    }

    private Taken take() throws BadInputException {
        ReceivedStudy study = ReceivedStudy.create(
                state.resolve("received").resolve("studies"), TIME.format(LocalDateTime.now()), MOST_BYTES_OF_STUDY);
        WindowReceiver receiver = new WindowReceiver(memory, folder, study, rows, new WindowReceiver.Listener() {
            @Override
            public void file(Path file) {
                arrived(file);
            }

            @Override
            public void row(StudyRow row) {
                shownRows.arrived(study, row);
            }
        });
        return new Taken(receiver, study);
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
        Set<Path> files;
        synchronized (changed) {
            files = new HashSet<>(changed);
            changed.clear();
        }
        Optional<Path> shown = library.selectedProperty()
                .get()
                .map(tensor -> tensor.toSelected().target().file())
                .filter(files::remove);
        shown.ifPresent(file -> library.update(folder.run(file), Set.of(file)));
        if (unseen.isEmpty() && !files.isEmpty()) {
            executors.foregroundLater().execute(this::list);
        }
        unseen.addAll(files);
        running.ifPresent(now -> taken.ifPresent(all -> model.counted(
                now.server().url(), all.receiver().received(), all.receiver().leftOut())));
    }

    private void list() {
        Set<Path> runs = new HashSet<>();
        unseen.forEach(file -> runs.add(file.getParent()));
        for (Path run : runs) {
            Set<Path> files = new HashSet<>(unseen);
            files.removeIf(file -> !run.equals(file.getParent()));
            // a run that the user closed stays so until receiving begins anew
            if (listedRuns.add(run)
                    || library.folders().stream().map(LibraryFolder::path).anyMatch(run::equals)) {
                library.update(folder.run(files.iterator().next()), files);
            }
        }
        unseen.clear();
    }

    /** The study of all that was received; empty if the window never did. */
    Optional<ReceivedStudy> study() {
        return taken.map(Taken::study);
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
        taken.ifPresent(all -> all.study().close());
        kept.close();
        folder.close();
    }
}
