package org.eigenscope.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eigenscope.error.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatrixTargetTest {
    @TempDir
    Path folder;

    @Test
    void aPlainFileHasNoName() throws BadInputException {
        assertThat(MatrixTarget.parse("net.npz").name()).isEmpty();
    }

    @Test
    void whatFollowsTheHashIsTheName() throws BadInputException {
        MatrixTarget target = MatrixTarget.parse("net.npz#fc1.weight");
        assertThat(target.file()).isEqualTo(Path.of("net.npz"));
        assertThat(target.name()).hasValue("fc1.weight");
    }

    @Test
    void aNameMayContainAHash() throws BadInputException {
        assertThat(MatrixTarget.parse("net.npz#a#b").name()).hasValue("a#b");
    }

    @Test
    void anExistingFileMayContainAHash() throws IOException, BadInputException {
        Path file = Files.createFile(folder.resolve("run#3.npz"));
        assertThat(MatrixTarget.parse(file.toString()).file()).isEqualTo(file);
        assertThat(MatrixTarget.parse(file + "#w").name()).hasValue("w");
    }

    @Test
    void anEmptyNameIsNone() throws BadInputException {
        assertThat(MatrixTarget.parse("net.npz#").name()).isEmpty();
    }

    @Test
    void parsingWhatIsPrintedGivesTheSameTarget() throws BadInputException {
        MatrixTarget target = MatrixTarget.parse("dir/net.npz#fc1");
        assertThat(MatrixTarget.parse(target.toString())).isEqualTo(target);
    }

    @Test
    void blankTextIsRefused() {
        assertThatThrownBy(() -> MatrixTarget.parse("  "))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("FILE#NAME");
    }

    @Test
    void textThatIsNoPathIsRefused() {
        assertThatThrownBy(() -> MatrixTarget.parse("a\0b")).isInstanceOf(BadInputException.class);
    }
}
