package org.eigenscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eigenscope.error.BadInputException;
import org.eigenscope.ui.session.SessionModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AutosaveTest {
    private static final long PATIENCE_SECONDS = 30;

    @TempDir
    private Path folder;

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void offersTheNewestSessionOfAProcessThatIsGone() throws Exception {
        Path gone = leave(Long.MAX_VALUE);
        leave(ProcessHandle.current().pid());
        Autosave autosave = new Autosave(folder, executor);
        assertThat(autosave.left()).isEqualTo(Optional.of(gone));
        autosave.forgetLeft();
        assertThat(autosave.left()).isEmpty();
    }

    @Test
    void properEndLeavesNothing() throws Exception {
        leave(ProcessHandle.current().pid());
        new Autosave(folder, executor).close();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void onlyTheNewestOfManyMomentsIsWritten() throws Exception {
        AtomicInteger written = new AtomicInteger();
        CountDownLatch last = new CountDownLatch(1);
        SessionModel.Snapshot early = cancel -> {
            written.incrementAndGet();
            throw new BadInputException("early");
        };
        SessionModel.Snapshot newest = cancel -> {
            last.countDown();
            throw new BadInputException("newest");
        };
        Autosave autosave = new Autosave(folder, executor);
        for (int i = 0; i < 20; i++) {
            autosave.keep(early);
        }
        autosave.keep(newest);
        assertThat(last.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        // the executor has one thread, and what was cancelled can no longer run
        assertThat(written).hasValue(0);
    }

    private Path leave(long process) throws Exception {
        return Files.writeString(folder.resolve("autosave-" + process + ".eigenscope"), "{}");
    }
}
