package org.eigenscope.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.progress.CancelSource;
import org.eigenscope.progress.CancelToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ComputeOnceCacheTest {
    private final ComputeOnceCache<String, Integer> cache = new ComputeOnceCache<>(2);
    private final AtomicInteger computations = new AtomicInteger();
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final CountDownLatch leaderStarted = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void stopThreads() {
        release.countDown();
        executor.shutdownNow();
    }

    @Test
    void aKnownValueIsNotComputedAgain() throws EigenscopeException {
        cache.get("a", CancelToken.NONE, computations::incrementAndGet);
        assertThat(cache.get("a", CancelToken.NONE, computations::incrementAndGet))
                .isEqualTo(1);
    }

    @Test
    void theLeastRecentlyUsedValueLeavesFirst() throws EigenscopeException {
        cache.get("a", CancelToken.NONE, () -> 1);
        cache.get("b", CancelToken.NONE, () -> 2);
        cache.get("a", CancelToken.NONE, () -> 1);
        cache.get("c", CancelToken.NONE, () -> 3);
        assertThat(cache.peek("a")).isPresent();
        assertThat(cache.peek("b")).isEmpty();
    }

    @Test
    void concurrentRequestsComputeOnce() throws Exception {
        Future<Integer> leader = executor.submit(heldComputation());
        leaderStarted.await();
        WaitingToken waiting = new WaitingToken();
        Future<Integer> follower = executor.submit(() -> cache.get("a", waiting, computations::incrementAndGet));
        waiting.awaitPolls();
        release.countDown();
        assertThat(leader.get()).isEqualTo(1);
        assertThat(follower.get()).isEqualTo(1);
        assertThat(computations).hasValue(1);
    }

    @Test
    void aCancelledFollowerLeavesTheLeaderAlone() throws Exception {
        Future<Integer> leader = executor.submit(heldComputation());
        leaderStarted.await();
        WaitingToken waiting = new WaitingToken();
        Future<Integer> follower = executor.submit(() -> cache.get("a", waiting, computations::incrementAndGet));
        waiting.awaitPolls();
        waiting.cancel();
        assertThatThrownBy(follower::get).hasCauseInstanceOf(CancelledException.class);
        release.countDown();
        assertThat(leader.get()).isEqualTo(1);
    }

    @Test
    void aFollowerTakesOverFromACancelledLeader() throws Exception {
        CancelSource leaderToken = new CancelSource();
        Future<Integer> leader = executor.submit(() -> cache.get("a", leaderToken, () -> {
            hold();
            leaderToken.throwIfCancelled();
            return -1;
        }));
        leaderStarted.await();
        WaitingToken waiting = new WaitingToken();
        Future<Integer> follower = executor.submit(() -> cache.get("a", waiting, () -> 7));
        waiting.awaitPolls();
        leaderToken.cancel();
        release.countDown();
        assertThat(follower.get()).isEqualTo(7);
        assertThatThrownBy(leader::get).hasCauseInstanceOf(CancelledException.class);
    }

    @Test
    void aFailureReachesFollowersAndIsNotKept() throws Exception {
        Future<Integer> leader = executor.submit(() -> cache.get("a", CancelToken.NONE, () -> {
            hold();
            throw new BadInputException("broken");
        }));
        leaderStarted.await();
        WaitingToken waiting = new WaitingToken();
        Future<Integer> follower = executor.submit(() -> cache.get("a", waiting, () -> 7));
        waiting.awaitPolls();
        release.countDown();
        assertThatThrownBy(leader::get).hasCauseInstanceOf(BadInputException.class);
        assertThatThrownBy(follower::get).hasCauseInstanceOf(BadInputException.class);
        assertThat(cache.get("a", CancelToken.NONE, () -> 8)).isEqualTo(8);
    }

    @Test
    void aBugInTheLeaderDoesNotLeaveFollowersWaiting() throws Exception {
        Future<Integer> leader = executor.submit(() -> cache.get("a", CancelToken.NONE, () -> {
            hold();
            throw new IllegalStateException("bug");
        }));
        leaderStarted.await();
        WaitingToken waiting = new WaitingToken();
        Future<Integer> follower = executor.submit(() -> cache.get("a", waiting, () -> 7));
        waiting.awaitPolls();
        release.countDown();
        assertThatThrownBy(leader::get).isInstanceOf(ExecutionException.class);
        assertThatThrownBy(follower::get).hasCauseInstanceOf(IllegalStateException.class);
    }

    private Callable<Integer> heldComputation() {
        return () -> cache.get("a", CancelToken.NONE, () -> {
            hold();
            return computations.incrementAndGet();
        });
    }

    private void hold() {
        leaderStarted.countDown();
        try {
            release.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** A token that tells when its owner has begun to wait: the second look happens there. */
    private static final class WaitingToken implements CancelToken {
        private final CountDownLatch polls = new CountDownLatch(2);
        private volatile boolean cancelled;

        @Override
        public boolean isCancelled() {
            polls.countDown();
            return cancelled;
        }

        void awaitPolls() throws InterruptedException {
            assertThat(polls.await(30, TimeUnit.SECONDS)).isTrue();
        }

        void cancel() {
            cancelled = true;
        }
    }
}
