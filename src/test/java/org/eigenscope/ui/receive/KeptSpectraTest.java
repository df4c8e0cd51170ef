package org.eigenscope.ui.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.figure.export.page.PagePreset;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.session.Conventions;
import org.eigenscope.session.FigureLook;
import org.eigenscope.session.PagePlan;
import org.eigenscope.session.PanelPlan;
import org.eigenscope.session.SeriesPlan;
import org.eigenscope.session.Session;
import org.eigenscope.session.SessionInput;
import org.eigenscope.session.input.SessionInputs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptSpectraTest {
    private static final long MEBIBYTE = 1 << 20;

    @TempDir
    private Path parent;

    private ReceivedFolder received;
    private KeptSpectra kept;
    private Path copies;

    @BeforeEach
    void make() {
        received = new ReceivedFolder(parent);
        copies = parent.resolve("kept");
        kept = new KeptSpectra(received, copies, MEBIBYTE);
    }

    @AfterEach
    void close() {
        kept.close();
        received.close();
    }

    private Path step(long step) throws EigenscopeException {
        var arrived = ReceivedSamples.of("b20", "fc1", step);
        Path file = received.file(arrived.label()).orElseThrow();
        received.write(arrived, file);
        return file;
    }

    private static Session session(Path file) throws EigenscopeException {
        SessionInput input = SessionInputs.describe(new MatrixTarget(file, Optional.empty()), CancelToken.NONE);
        SeriesPlan series = new SeriesPlan(0, "fc1", OptionalDouble.empty(), List.of());
        return new Session(
                List.of(input),
                Conventions.DEFAULT,
                List.of(new PanelPlan("", List.of(series))),
                FigureLook.DEFAULT,
                PagePlan.of(PagePreset.ICML));
    }

    private static Path place(Session session) {
        return Path.of(session.inputs().get(0).path());
    }

    private static void locate(Session session) throws EigenscopeException {
        SessionInputs.locate(session, Optional.empty(), CancelToken.NONE);
    }

    @Test
    void savedSessionOutlivesStepsAndWindow() throws EigenscopeException {
        Session saved = kept.keep(session(step(0)), CancelToken.NONE);
        step(1);
        kept.keepForNow(session(step(2)), CancelToken.NONE);
        kept.close();
        received.close();
        locate(saved);
        assertThat(copies).isDirectoryContaining(file -> file.equals(place(saved)));
    }

    @Test
    void fileThatChangedMeanwhileIsKeptAsItIs() throws EigenscopeException {
        Session before = session(step(0));
        step(1);
        locate(kept.keep(before, CancelToken.NONE));
    }

    @Test
    void sessionOfOtherFilesStaysAsItIs() throws EigenscopeException, IOException {
        Path own = Files.copy(step(0), parent.resolve("own.mtx"));
        Session session = session(own);
        assertThat(kept.keep(session, CancelToken.NONE)).isSameAs(session);
        assertThat(copies).doesNotExist();
    }

    @Test
    void copiesOfSessionsThatSaveThemselvesDoNotPileUp() throws EigenscopeException {
        Session last = null;
        for (int step = 0; step < 9; step++) {
            last = kept.keepForNow(session(step(step)), CancelToken.NONE);
        }
        locate(last);
        assertThat(copies.toFile().list()).hasSizeLessThanOrEqualTo(2);
        kept.close();
        assertThat(copies).isEmptyDirectory();
    }

    @Test
    void copyThatTheUserAskedForStaysWhenSessionsThatSaveThemselvesLeaveIt() throws EigenscopeException {
        kept.keepForNow(session(step(0)), CancelToken.NONE);
        Session saved = kept.keep(session(step(0)), CancelToken.NONE);
        for (int step = 1; step < 4; step++) {
            kept.keepForNow(session(step(step)), CancelToken.NONE);
        }
        kept.close();
        locate(saved);
    }

    @Test
    void oldestCopiesGoWhenTheyAreTooMany() throws EigenscopeException, IOException {
        Path first = place(kept.keep(session(step(0)), CancelToken.NONE));
        Files.setLastModifiedTime(first, FileTime.fromMillis(1_000_000));
        Path second = place(kept.keep(session(step(1)), CancelToken.NONE));
        Files.setLastModifiedTime(second, FileTime.fromMillis(2_000_000));
        KeptSpectra small = new KeptSpectra(received, copies, Files.size(first) * 5 / 2);
        Session third = small.keep(session(step(2)), CancelToken.NONE);
        assertThat(first).doesNotExist();
        assertThat(second).exists();
        locate(third);
    }
}
