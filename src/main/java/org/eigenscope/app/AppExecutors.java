package org.eigenscope.app;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;

/** Every thread that the window uses, except those of JavaFX; they are daemons, named, and end with {@link #close}. */
final class AppExecutors implements AutoCloseable {
    /** Between two pictures of the likelihood during a drag, in milliseconds. */
    private static final long PICTURE_DELAY = 150;
    /** Between two deferred updates during a drag, in milliseconds: each then changes some ten times a second. */
    private static final long UPDATE_DELAY = 25;
    /** Between two batches of a survey's rows, in milliseconds. */
    private static final long BATCH_DELAY = 50;
    /** Between two listings of what nobody looks at, in milliseconds. */
    private static final long LISTING_DELAY = 500;
    /** Between two looks at a folder that is watched, in seconds. */
    private static final long LOOK_DELAY = 5;

    private final ExecutorService files = pool(1, "eigenscope-files");
    /** Apart from the files: sessions have their inputs read whole for their checksums. */
    private final ExecutorService sessions = pool(1, "eigenscope-sessions");

    private final ExecutorService spectra = pool(1, "eigenscope-spectra");
    private final ExecutorService diagnoses = pool(1, "eigenscope-diagnoses");
    /** Apart from the refits during a drag, which the user waits for. */
    private final ExecutorService likelihoods = pool(1, "eigenscope-likelihoods");
    /** All that is computed during a drag: one thread, which leaves one of two processors to the painting. */
    private final ExecutorService interactive = pool(1, "eigenscope-interactive");

    /** Studies are opened and saved here. */
    private final ExecutorService studies = pool(1, "eigenscope-studies");
    /** Spectra that a study keeps are read here, while others of it are computed. */
    private final ExecutorService studySpectra = pool(1, "eigenscope-study-spectra");
    /** Plots of a study, which follow the hand. */
    private final ExecutorService studyPlots = pool(1, "eigenscope-study-plots");
    /** What takes long in them. */
    private final ExecutorService studyStatistics = pool(1, "eigenscope-study-statistics");
    /** Surveys, and those who help with their fits; one processor stays for the window. */
    private final ExecutorService surveys = pool(1, "eigenscope-surveys");

    private final ExecutorService surveyHelpers = pool(surveyJobs(), "eigenscope-survey-helpers");

    /** Networks are trained here; one processor stays for the window and for what looks at them. */
    private final ExecutorService training = pool(surveyJobs(), "eigenscope-training");

    private final ExecutorService observing = pool(1, "eigenscope-observing");
    private final ExecutorService looks = pool(1, "eigenscope-looks");

    private final ExecutorService lab = pool(1, "eigenscope-lab");
    /** Slow experiments, apart from the frames of the lab. */
    private final ExecutorService experiments = pool(1, "eigenscope-experiments");

    private final ExecutorService fits = pool(1, "eigenscope-fits");

    /** After {@link #close} what is still asked for is dropped: an answer that arrives late may ask for the next piece of work. */
    private static ExecutorService pool(int threads, String name) {
        return new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                named(name),
                new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Draws and writes figures. */
    private final ScheduledExecutorService figures =
            new ScheduledThreadPoolExecutor(1, named("eigenscope-figures"), new ThreadPoolExecutor.DiscardPolicy());

    /** Keeps the session, whatever the figures wait for. */
    private final ScheduledExecutorService autosave =
            new ScheduledThreadPoolExecutor(1, named("eigenscope-autosave"), new ThreadPoolExecutor.DiscardPolicy());

    @SuppressWarnings("ThreadPriorityCheck") // nothing relies on it
    static ThreadFactory named(String name) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            // painting comes first, where the system heeds priorities
            thread.setPriority(Thread.NORM_PRIORITY - 2);
            return thread;
        };
    }

    Executor files() {
        return files;
    }

    Executor sessions() {
        return sessions;
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

    /** Refits never wait for the league. */
    Executor interactive() {
        return interactive;
    }

    /** The same after a delay: what accompanies a drag is computed a few times a second and leaves the rest to the curve. */
    Executor interactiveDelayed() {
        return CompletableFuture.delayedExecutor(PICTURE_DELAY, TimeUnit.MILLISECONDS, interactive);
    }

    Executor diagnoses() {
        return diagnoses;
    }

    Executor studies() {
        return studies;
    }

    Executor studySpectra() {
        return studySpectra;
    }

    Executor studyPlots() {
        return studyPlots;
    }

    Executor studyStatistics() {
        return studyStatistics;
    }

    Executor surveys() {
        return surveys;
    }

    Executor surveyHelpers() {
        return surveyHelpers;
    }

    /** How many matrices of a survey are computed at a time. */
    static int surveyJobs() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    }

    Executor training() {
        return training;
    }

    Executor observing() {
        return observing;
    }

    /** There, after a rest. */
    void observeLater(Runnable work, long milliseconds) {
        CompletableFuture.delayedExecutor(milliseconds, TimeUnit.MILLISECONDS, observing)
                .execute(work);
    }

    Executor lab() {
        return lab;
    }

    Executor experiments() {
        return experiments;
    }

    ScheduledExecutorService figures() {
        return figures;
    }

    ScheduledExecutorService autosave() {
        return autosave;
    }

    /** The JavaFX thread. */
    Executor foreground() {
        return Platform::runLater;
    }

    /** The same after a delay: for deferred updates during a drag. */
    Executor foregroundSoon() {
        return CompletableFuture.delayedExecutor(UPDATE_DELAY, TimeUnit.MILLISECONDS, foreground());
    }

    /** The same after a longer delay: rows of a survey appear some 20 times a second. */
    Executor foregroundInBatches() {
        return CompletableFuture.delayedExecutor(BATCH_DELAY, TimeUnit.MILLISECONDS, foreground());
    }

    /** The same after half a second: for what nobody looks at. */
    Executor foregroundLater() {
        return CompletableFuture.delayedExecutor(LISTING_DELAY, TimeUnit.MILLISECONDS, foreground());
    }

    /** Looks at a folder that is watched. */
    Executor looks() {
        return looks;
    }

    /** The same after the time that a file has to be at rest. */
    Executor nextLooks() {
        return CompletableFuture.delayedExecutor(LOOK_DELAY, TimeUnit.SECONDS, looks);
    }

    @Override
    public void close() {
        looks.shutdownNow();
        studies.shutdownNow();
        studySpectra.shutdownNow();
        studyPlots.shutdownNow();
        studyStatistics.shutdownNow();
        surveys.shutdownNow();
        surveyHelpers.shutdownNow();
        files.shutdownNow();
        sessions.shutdownNow();
        training.shutdownNow();
        observing.shutdownNow();
        lab.shutdownNow();
        experiments.shutdownNow();
        spectra.shutdownNow();
        fits.shutdownNow();
        diagnoses.shutdownNow();
        likelihoods.shutdownNow();
        interactive.shutdownNow();
        figures.shutdownNow();
        autosave.shutdownNow();
    }
}
