package org.eigenscope.ui.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DragStateTest {
    private final ManualExecutor later = new ManualExecutor();
    private final DragState hand = new DragState(later);
    private final DragState.Follower first = hand.follower();
    private final DragState.Follower second = hand.follower();
    private final List<String> done = new ArrayList<>();

    private Runnable step(String name) {
        return () -> done.add(name);
    }

    @Test
    void whileTheHandRestsFollowersDoAtOnceWhatTheyAreAsked() {
        first.follow(step("a"));

        assertThat(done).containsExactly("a");
        assertThat(later.waiting()).isZero();
    }

    @Test
    void whileItMovesOnlyTheNewestStepIsDoneAndLater() {
        hand.take();
        first.follow(step("a"));
        first.follow(step("b"));
        assertThat(done).isEmpty();

        later.runAll();

        assertThat(done).containsExactly("b");
    }

    @Test
    void followersTakeTurns() {
        hand.take();
        first.follow(step("a"));
        second.follow(step("b"));

        later.runNext();
        first.follow(step("c"));
        later.runNext();

        assertThat(done).containsExactly("a", "b");
    }

    @Test
    void whoIsNotDoneYetIsCalledAgain() {
        hand.take();
        first.follow(step("a"));
        second.follow(step("b"));

        later.runAll();

        assertThat(done).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void lettingGoDoesAtOnceWhatWaits() {
        hand.take();
        first.follow(step("a"));
        second.follow(step("b"));

        hand.letGo();
        later.runAll();

        assertThat(done).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void aPauseIsTheAbsenceOfAFurtherStep() {
        hand.take();
        hand.whenItPauses(step("overtaken"));
        hand.step();
        hand.whenItPauses(step("paused"));

        later.runAll();

        assertThat(done).containsExactly("paused");
    }

    @Test
    void aHandAtRestPauses() {
        hand.whenItPauses(step("a"));

        assertThat(done).containsExactly("a");
    }

    @Test
    void saysWhetherItMoves() {
        hand.take();
        boolean taken = hand.movingProperty().get();
        hand.letGo();

        assertThat(taken).isTrue();
        assertThat(hand.movingProperty().get()).isFalse();
    }
}
