package org.eigenscope.session.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.progress.CancelSource;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.session.ExampleSessions;
import org.eigenscope.session.Session;
import org.eigenscope.session.SessionInput;
import org.eigenscope.session.json.SessionFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SessionInputsTest {
    private static final Session EXAMPLE = ExampleSessions.full();

    @TempDir
    private Path folder;

    private SessionInput input;

    @BeforeEach
    void describeAFile() throws IOException, EigenscopeException {
        Path file = Files.writeString(folder.resolve("m.csv"), "1,2\n3,4\n");
        input = SessionInputs.describe(new MatrixTarget(file, Optional.empty()), CancelToken.NONE);
    }

    @Test
    void sameFileIsFound() throws EigenscopeException {
        assertThat(SessionInputs.locate(session(input), Optional.empty(), CancelToken.NONE))
                .allMatch(target -> target.file().equals(folder.resolve("m.csv")));
    }

    @Test
    void otherLengthAloneIsSaidAlone() {
        refused(input.sha256(), 9)
                .hasMessage(folder.resolve("m.csv")
                        + " has changed since the session was saved: it had 9 bytes then and has 8 now; the same"
                        + " picture cannot be drawn from it.");
    }

    @Test
    void otherContentOfTheSameLengthIsToldByItsChecksum() {
        String other =
                (input.sha256().startsWith("0") ? "1" : "0") + input.sha256().substring(1);
        refused(other, 8)
                .hasMessageContaining("saved: its SHA-256 began with " + other.substring(0, 12)
                        + " then and begins with " + input.sha256().substring(0, 12) + " now;");
    }

    @Test
    void checksumsThatDifferLateAreShownUntilTheyDiffer() {
        String sum = input.sha256();
        String other = sum.substring(0, 40) + (sum.charAt(40) == '0' ? '1' : '0') + sum.substring(41);
        refused(other, 8)
                .hasMessageContaining("began with " + other.substring(0, 41) + " then and begins with "
                        + sum.substring(0, 41) + " now;");
    }

    @Test
    void fileOfAnotherLengthIsNotReadForItsChecksum() {
        refused("0".repeat(64), 7)
                .hasMessageContaining("it had 7 bytes then and has 8 now;")
                .hasMessageNotContaining("SHA-256");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void pipesDevicesAndFilesWithoutLengthAreNoInputs() throws Exception {
        Path pipe = folder.resolve("pipe.npy");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        for (Path endless : List.of(pipe, Path.of("/dev/zero"), Path.of("/proc/self/pagemap"))) {
            SessionInput then = new SessionInput(endless.toString(), Optional.empty(), input.sha256(), 0);
            assertThatThrownBy(() -> SessionInputs.locate(session(then), Optional.empty(), CancelToken.NONE))
                    .as(endless.toString())
                    .isInstanceOf(BadInputException.class);
            assertThatThrownBy(
                            () -> SessionInputs.describe(new MatrixTarget(endless, Optional.empty()), CancelToken.NONE))
                    .as(endless.toString())
                    .isInstanceOf(BadInputException.class);
            assertThatThrownBy(() -> SessionFile.read(endless))
                    .as(endless.toString())
                    .isInstanceOf(BadInputException.class);
        }
    }

    @Test
    void hashingCanBeCancelled() {
        CancelSource cancel = new CancelSource();
        cancel.cancel();
        assertThatThrownBy(() -> SessionInputs.locate(session(input), Optional.empty(), cancel))
                .isInstanceOf(CancelledException.class);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refused(String sha256, long bytes) {
        SessionInput then = new SessionInput(input.path(), input.tensor(), sha256, bytes);
        return assertThatThrownBy(() -> SessionInputs.locate(session(then), Optional.empty(), CancelToken.NONE))
                .isInstanceOf(BadInputException.class);
    }

    private static Session session(SessionInput input) {
        List<SessionInput> inputs = Collections.nCopies(EXAMPLE.inputs().size(), input);
        return new Session(inputs, EXAMPLE.conventions(), EXAMPLE.panels(), EXAMPLE.look(), EXAMPLE.page());
    }
}
