package org.eigenscope.ui.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ActivityModelTest {
    private final AtomicLong clock = new AtomicLong();
    private final ActivityModel activity = new ActivityModel(clock::get);

    private void passes(long milliseconds) {
        clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(milliseconds));
        activity.sample();
    }

    @Test
    void quickWorkIsNeverShown() {
        activity.begin("reading");
        passes(200);
        assertThat(activity.visibleProperty().get()).isFalse();
    }

    @Test
    void slowWorkIsShown() {
        activity.begin("reading");
        passes(300);
        assertThat(activity.visibleProperty().get()).isTrue();
    }

    @Test
    void finishedWorkIsHidden() {
        activity.begin("reading");
        passes(300);
        activity.end();
        assertThat(activity.visibleProperty().get()).isFalse();
    }

    @Test
    void progressIsSeenWhenSampledAndNotBefore() {
        ActivityModel.Run run = activity.begin("reading");
        run.progress("decomposing", 0.5);
        assertThat(activity.stageProperty().get()).isEqualTo("reading");
        activity.sample();
        assertThat(activity.stageProperty().get()).isEqualTo("decomposing");
        assertThat(activity.fractionProperty().get()).isEqualTo(0.5);
    }

    @Test
    void anUnknownFractionIsMinusOne() {
        activity.begin("reading").progress("reading", Double.NaN);
        activity.sample();
        assertThat(activity.fractionProperty().get()).isEqualTo(-1);
    }

    @Test
    void timeLeftFollowsFromTheFractionDone() {
        activity.begin("reading").progress("reading", 0.25);
        passes(10_000);
        assertThat(activity.timeLeftProperty().get()).isEqualTo("about 30 s left");
    }

    @Test
    void longTimesAreToldInMinutes() {
        activity.begin("reading").progress("reading", 0.1);
        passes(60_000);
        assertThat(activity.timeLeftProperty().get()).isEqualTo("about 9 min left");
    }

    @Test
    void thereIsNoEstimateAtTheVeryBeginning() {
        activity.begin("reading").progress("reading", 0.01);
        passes(1_000);
        assertThat(activity.timeLeftProperty().get()).isEmpty();
    }

    @Test
    void tellsHowLongTheLastWorkTook() {
        activity.begin("reading");
        passes(12);
        activity.end();
        assertThat(activity.lastMillisProperty().get()).isEqualTo(12);
    }
}
