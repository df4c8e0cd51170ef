package org.eigenscope.ui.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.error.InsufficientMemoryException;
import org.junit.jupiter.api.Test;

class LatestTaskTest {
    private static final long PATIENCE_SECONDS = 60;

    private final ManualExecutor background = new ManualExecutor();
    private final ManualExecutor foreground = new ManualExecutor();
    private final ActivityModel activity = new ActivityModel(() -> 0);
    private final LatestTask task = new LatestTask(background, foreground, activity);
    private final List<String> shown = new ArrayList<>();

    private final Outcome<String> show = new Outcome<>() {
        @Override
        public void succeeded(String result) {
            shown.add(result);
        }

        @Override
        public void failed(EigenscopeException failure) {
            shown.add("failed: " + failure.getMessage());
        }
    };

    @Test
    void keepsTheLatestResultWhenJobsOverlap() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        BlockingQueue<Runnable> deliveries = new LinkedBlockingQueue<>();
        CountDownLatch firstRuns = new CountDownLatch(1);
        CountDownLatch firstMayEnd = new CountDownLatch(1);
        LatestTask overlapping = new LatestTask(threads, deliveries::add, activity);
        try {
            overlapping.submit(
                    "first",
                    (progress, cancel) -> {
                        firstRuns.countDown();
                        await(firstMayEnd);
                        return "first";
                    },
                    show);
            await(firstRuns);
            overlapping.submit("second", (progress, cancel) -> "second", show);
            deliveries.poll(PATIENCE_SECONDS, TimeUnit.SECONDS).run();
            firstMayEnd.countDown();
            deliveries.poll(PATIENCE_SECONDS, TimeUnit.SECONDS).run();
        } finally {
            threads.shutdownNow();
        }
        assertThat(shown).containsExactly("second");
    }

    private static void await(CountDownLatch gate) {
        try {
            if (!gate.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the gate stayed shut");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aNewerJobCancelsTheOlder() {
        AtomicBoolean cancelled = new AtomicBoolean();
        task.submit(
                "older",
                (progress, cancel) -> {
                    task.submit("newer", (p, c) -> "newer", show);
                    cancelled.set(cancel.isCancelled());
                    return "older";
                },
                show);
        background.runNext();
        assertThat(cancelled).isTrue();
    }

    @Test
    void anAnswerThatWasOnItsWayWhenANewerJobCameIsDropped() {
        task.submit("older", (progress, cancel) -> "older", show);
        background.runNext();
        task.submit("newer", (progress, cancel) -> "newer", show);
        foreground.runAll();
        assertThat(shown).isEmpty();
    }

    @Test
    void aSupersededJobIsNotEvenBegun() {
        AtomicBoolean begun = new AtomicBoolean();
        task.submit(
                "older",
                (progress, cancel) -> {
                    begun.set(true);
                    return "older";
                },
                show);
        task.submit("newer", (progress, cancel) -> "newer", show);
        background.runAll();
        assertThat(begun).isFalse();
    }

    @Test
    void cancellingLeavesTheOutcomeUncalledAndNothingBusy() {
        task.submit("work", (progress, cancel) -> "result", show);
        task.cancel();
        background.runAll();
        foreground.runAll();
        assertThat(shown).isEmpty();
        assertThat(activity.busyProperty().get()).isFalse();
    }

    @Test
    void aFailureReachesTheOutcome() {
        task.submit(
                "work",
                (progress, cancel) -> {
                    throw new BadInputException("no such file");
                },
                show);
        background.runAll();
        foreground.runAll();
        assertThat(shown).containsExactly("failed: no such file");
    }

    @Test
    void lackOfMemoryIsAnExpectedFailure() {
        List<EigenscopeException> failures = new ArrayList<>();
        task.submit(
                "work",
                (progress, cancel) -> {
                    throw new OutOfMemoryError();
                },
                new Outcome<String>() {
                    @Override
                    public void succeeded(String result) {
                        shown.add(result);
                    }

                    @Override
                    public void failed(EigenscopeException failure) {
                        failures.add(failure);
                    }
                });
        background.runAll();
        foreground.runAll();
        assertThat(failures).singleElement().isInstanceOf(InsufficientMemoryException.class);
    }

    @Test
    void aBugIsThrownOnTheForegroundThread() {
        task.submit(
                "work",
                (progress, cancel) -> {
                    throw new IllegalStateException("bug");
                },
                show);
        background.runAll();
        assertThatThrownBy(foreground::runAll).hasMessage("bug");
        assertThat(activity.busyProperty().get()).isFalse();
    }

    @Test
    void isBusyUntilTheAnswerIsDelivered() {
        task.submit("work", (progress, cancel) -> "result", show);
        background.runAll();
        assertThat(activity.busyProperty().get()).isTrue();
        foreground.runAll();
        assertThat(activity.busyProperty().get()).isFalse();
    }
}
