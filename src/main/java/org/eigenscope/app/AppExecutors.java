package org.eigenscope.app;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;

/** Every thread that the window uses besides JavaFX's own; they are daemons, named, and end with {@link #close}. */
final class AppExecutors implements AutoCloseable {
    private static final int COMPUTING_THREADS = 2;

    private final ExecutorService files = Executors.newSingleThreadExecutor(named("eigenscope-files"));
    private final ExecutorService spectra = Executors.newSingleThreadExecutor(named("eigenscope-spectra"));
    private final ExecutorService diagnoses = Executors.newSingleThreadExecutor(named("eigenscope-diagnoses"));
    /** Apart from the fits, which the hand waits for. */
    private final ExecutorService likelihoods = Executors.newSingleThreadExecutor(named("eigenscope-likelihoods"));
    /** Two, so that a refit under the hand never waits for the league. */
    private final ExecutorService fits = Executors.newFixedThreadPool(COMPUTING_THREADS, named("eigenscope-fits"));

    private static ThreadFactory named(String name) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    Executor files() {
        return files;
    }

    Executor spectra() {
        return spectra;
    }

    Executor fits() {
        return fits;
    }

    Executor likelihoods() {
        return likelihoods;
    }

    Executor diagnoses() {
        return diagnoses;
    }

    /** The JavaFX thread. */
    Executor foreground() {
        return Platform::runLater;
    }

    @Override
    public void close() {
        files.shutdownNow();
        spectra.shutdownNow();
        fits.shutdownNow();
        diagnoses.shutdownNow();
        likelihoods.shutdownNow();
    }
}
