package org.eigenscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class AppExecutorsTest {
    @Test
    void workAskedForAfterClosingIsDroppedWithoutAWord() {
        AppExecutors executors = new AppExecutors();
        executors.close();
        AtomicBoolean ran = new AtomicBoolean();
        assertThatCode(() -> executors.likelihoods().execute(() -> ran.set(true)))
                .doesNotThrowAnyException();
        assertThat(ran).isFalse();
    }
}
