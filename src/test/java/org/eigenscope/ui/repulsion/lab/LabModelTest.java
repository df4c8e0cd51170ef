package org.eigenscope.ui.repulsion.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eigenscope.law.family.Orientation;
import org.eigenscope.ui.settings.MemorySettings;
import org.eigenscope.ui.task.ActivityModel;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.ManualExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LabModelTest {
    private static final double PICTURE = 1.0 / 60;

    private final ManualExecutor background = new ManualExecutor();
    private final MemorySettings settings = new MemorySettings();
    private final LabModel lab =
            new LabModel(new LatestTask(background, Runnable::run, new ActivityModel(() -> 0)), settings);

    @BeforeEach
    void open() {
        lab.sizeProperty().set(40);
        lab.open();
        finish();
    }

    /** Lets the frames under way, and those they lead to, arrive. */
    private void finish() {
        background.runAll();
    }

    private LabFrame frame() {
        return lab.frameProperty().get().orElseThrow();
    }

    @Test
    void theFirstFrameShowsTheEnsemble() {
        assertThat(frame().eigenvalues()).hasSize(40).isSorted();
        assertThat(frame().curves()).hasSize(3);
        assertThat(frame().settings().kappa()).isEqualTo(2);
    }

    @Test
    void aSeedRepeatsTheDemonstration() {
        double[] first = frame().eigenvalues();
        lab.drawAfresh();
        finish();
        double[] second = frame().eigenvalues();
        assertThat(second).isNotEqualTo(first);
        lab.seedProperty().set(7);
        finish();
        lab.seedProperty().set(1);
        finish();
        assertThat(frame().eigenvalues()).isEqualTo(first);
        lab.drawAfresh();
        finish();
        assertThat(frame().eigenvalues()).isEqualTo(second);
    }

    @Test
    void aDragWhileAFrameIsUnderWayEndsAtTheLastValue() {
        lab.kappaProperty().set(3);
        lab.kappaProperty().set(4);
        lab.kappaProperty().set(5);
        assertThat(background.waiting()).isEqualTo(1);
        finish();
        assertThat(frame().settings().kappa()).isEqualTo(5);
    }

    @Test
    void draggingKappaMovesTheSameDraw() {
        double[] before = frame().eigenvalues();
        lab.kappaProperty().set(2.0001);
        finish();
        double[] after = frame().eigenvalues();
        for (int i = 0; i < before.length; i++) {
            assertThat(after[i]).isCloseTo(before[i], within(1e-2 * before[i]));
        }
    }

    @Test
    void nothingMovesUntilItPlays() {
        double[] before = frame().eigenvalues();
        lab.pulse(PICTURE);
        finish();
        assertThat(frame().eigenvalues()).isEqualTo(before);
        lab.playingProperty().set(true);
        lab.pulse(PICTURE);
        finish();
        assertThat(frame().eigenvalues()).isNotEqualTo(before);
    }

    @Test
    void aStepMovesOnce() {
        double[] before = frame().eigenvalues();
        lab.step();
        finish();
        double[] after = frame().eigenvalues();
        lab.pulse(PICTURE);
        finish();
        assertThat(after).isNotEqualTo(before).isEqualTo(frame().eigenvalues());
    }

    @Test
    void picturesThatComeWhileOneIsMadeAreSkipped() {
        lab.playingProperty().set(true);
        lab.pulse(PICTURE);
        lab.pulse(PICTURE);
        lab.pulse(PICTURE);
        assertThat(background.waiting()).isEqualTo(1);
    }

    @Test
    void framesAreMadeAheadWhileItPlaysButNotManyAndEachIsShown() {
        List<double[]> shown = new ArrayList<>();
        lab.frameProperty()
                .addListener((source, old, now) -> shown.add(now.orElseThrow().eigenvalues()));
        lab.playingProperty().set(true);
        lab.pulse(PICTURE);
        finish();
        assertThat(shown).as("shown").hasSize(1);
        assertThat(frame().local().frames()).isEqualTo(2);
        // two more are there already
        lab.pulse(PICTURE);
        lab.pulse(PICTURE);
        assertThat(shown).as("shown").hasSize(3).doesNotHaveDuplicates();
        assertThat(frame().local().frames()).isEqualTo(4);
    }

    @Test
    void aDraggedKappaIsSeenBeforeWhatWasMadeAhead() {
        lab.playingProperty().set(true);
        lab.pulse(PICTURE);
        finish();
        lab.kappaProperty().set(9);
        background.runNext();
        assertThat(frame().settings().kappa()).isEqualTo(9);
        lab.pulse(PICTURE);
        finish();
        assertThat(frame().settings().kappa()).isEqualTo(9);
    }

    @Test
    void afterPausingWhatIsSeenIsWhereItGoesOnFrom() {
        lab.playingProperty().set(true);
        lab.pulse(PICTURE);
        finish();
        lab.playingProperty().set(false);
        for (int i = 0; i < 4; i++) {
            lab.pulse(PICTURE);
            finish();
        }
        double[] seen = frame().eigenvalues();
        lab.logarithmicProperty().set(false);
        finish();
        assertThat(frame().eigenvalues()).isEqualTo(seen);
    }

    @Test
    void numbersToBeReadChangeSeldomWhileItPlays() {
        List<LabFrame> readings = new ArrayList<>();
        lab.readingProperty().addListener((source, old, now) -> readings.add(now.orElseThrow()));
        lab.playingProperty().set(true);
        for (int i = 0; i < 60; i++) {
            lab.pulse(PICTURE);
            finish();
        }
        assertThat(readings).hasSizeBetween(6, 9);
        lab.playingProperty().set(false);
        assertThat(lab.readingProperty().get()).contains(frame());
    }

    @Test
    void reducedMotionMovesSeldomAndIsRemembered() {
        lab.reducedMotionProperty().set(true);
        lab.playingProperty().set(true);
        lab.pulse(PICTURE);
        assertThat(background.waiting()).isZero();
        lab.pulse(1);
        assertThat(background.waiting()).isEqualTo(1);
        LabModel next = new LabModel(new LatestTask(background, Runnable::run, new ActivityModel(() -> 0)), settings);
        assertThat(next.reducedMotionProperty().get()).isTrue();
    }

    @Test
    void theGrabbedEigenvalueFollowsTheHand() {
        double grabbed = frame().eigenvalues()[20];
        lab.grab(grabbed);
        finish();
        lab.pullTo(3 * grabbed);
        finish();
        assertThat(lab.dynamicsProperty().get()).isEqualTo(LabSettings.Dynamics.LANGEVIN);
        assertThat(frame().held().orElseThrow().value()).isCloseTo(3 * grabbed, within(1e-12));
        assertThat(Arrays.stream(frame().eigenvalues()).anyMatch(x -> Math.abs(x - 3 * grabbed) < 1e-12))
                .isTrue();
        lab.release();
        finish();
        assertThat(frame().held()).isEmpty();
    }

    @Test
    void farOutTheSpringPullsBackAndTheOthersPush() {
        lab.grab(frame().eigenvalues()[39]);
        finish();
        lab.pullTo(50);
        finish();
        LabFrame.Held held = frame().held().orElseThrow();
        assertThat(held.force().confinement()).isNegative();
        assertThat(held.force().repulsion()).isPositive();
        assertThat(held.force().fromAbove()).isZero();
    }

    @Test
    void inverseEigenvaluesAreReciprocalsAndForcesTurnRound() {
        double largest = frame().eigenvalues()[39];
        lab.orientationProperty().set(Orientation.INVERSE);
        finish();
        assertThat(frame().eigenvalues()[0]).isCloseTo(1 / largest, within(1e-12));
        lab.grab(frame().eigenvalues()[0]);
        finish();
        lab.pullTo(1.0 / 50);
        finish();
        assertThat(frame().held().orElseThrow().force().confinement()).isPositive();
    }

    @Test
    void aRigidGasTakesOnItsNewLawAtOnce() {
        lab.dynamicsProperty().set(LabSettings.Dynamics.LANGEVIN);
        finish();
        lab.kappaProperty().set(4000);
        finish();
        // MP(½) ends at 0.086 and 2.914, and κ = 100 N leaves no eigenvalue room to stray
        assertThat(frame().eigenvalues()[0]).isBetween(0.05, 0.15);
        assertThat(frame().eigenvalues()[39]).isBetween(2.5, 3.1);
    }

    @Test
    void otherSizesAreDrawnAnew() {
        lab.sizeProperty().set(70);
        finish();
        assertThat(frame().eigenvalues()).hasSize(70);
    }

    @Test
    void spacingsAreGatheredUntilTheEnsembleChanges() {
        lab.step();
        finish();
        assertThat(frame().local().frames()).isEqualTo(2);
        lab.logarithmicProperty().set(false);
        finish();
        assertThat(frame().local().frames()).isEqualTo(2);
        lab.gammaProperty().set(0.6);
        finish();
        assertThat(frame().local().frames()).isEqualTo(1);
    }

    @Test
    void barsHoldAllButTheTails() {
        double width = Math.log(frame().range().upper() / frame().range().lower())
                / frame().bars().heights().length;
        double mass = Arrays.stream(frame().bars().heights()).sum() * width;
        assertThat(mass).isBetween(0.9, 1 + 1e-12);
    }

    @Test
    void theLawOnTheAxisHasMassOneToo() {
        double[] heights = frame().curves().get(0).heights();
        double width = Math.log(frame().range().upper() / frame().range().lower()) / heights.length;
        assertThat(Arrays.stream(heights).sum() * width).isCloseTo(1, within(0.03));
    }
}
