package org.eigenscope.ui.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eigenscope.library.MatrixTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentOpenerTest {
    private final List<MatrixTarget> matrices = new ArrayList<>();
    private final List<Path> sessions = new ArrayList<>();
    private final List<Path> studies = new ArrayList<>();
    private final DocumentOpener opener = new DocumentOpener(matrices::addAll, sessions::add, studies::add);

    private static MatrixTarget target(Path file) {
        return new MatrixTarget(file, Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.eigenscope", "A.EIGENSCOPE", "a.pdf", "a.svg", "a.png", "a.tex"})
    void sessionsAndFiguresThatMayCarryOneAreRestored(String name) {
        opener.openPaths(List.of(Path.of(name)));
        assertThat(sessions).containsExactly(Path.of(name));
        assertThat(matrices).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.npy", "a.safetensors", "a.csv", "a.mat", "eigenscope", "a.eigenscope.npz", "a"})
    void everythingElseGoesToTheLibrary(String name) {
        opener.openPaths(List.of(Path.of(name)));
        assertThat(matrices).containsExactly(target(Path.of(name)));
        assertThat(sessions).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"layers", "plots.png", "runs.eigenscope"})
    void folderGoesToTheLibraryWhateverItsName(String name, @TempDir Path parent) throws IOException {
        Path folder = Files.createDirectory(parent.resolve(name));
        opener.openPaths(List.of(folder));
        assertThat(matrices).containsExactly(target(folder));
        assertThat(sessions).isEmpty();
    }

    @Test
    void fileInWhichATensorIsNamedGoesToTheLibrary() {
        MatrixTarget named = new MatrixTarget(Path.of("a.png"), Optional.of("fc1.weight"));
        opener.open(List.of(named));
        assertThat(matrices).containsExactly(named);
        assertThat(sessions).isEmpty();
    }

    @Test
    void ofSeveralSessionsTheLastIsRestoredAndEveryMatrixFileListed() {
        opener.openPaths(List.of(Path.of("one.eigenscope"), Path.of("a.npy"), Path.of("two.svg"), Path.of("b.npy")));
        assertThat(sessions).containsExactly(Path.of("two.svg"));
        assertThat(matrices).containsExactly(target(Path.of("a.npy")), target(Path.of("b.npy")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.eigenstudy", "A.EIGENSTUDY", "a.b.eigenstudy"})
    void studiesAreShown(String name) {
        opener.openPaths(List.of(Path.of(name)));
        assertThat(studies).containsExactly(Path.of(name));
        assertThat(matrices).isEmpty();
    }

    @Test
    void nothingToOpenAsksNobody() {
        DocumentOpener strict = new DocumentOpener(
                targets -> {
                    throw new AssertionError("the library was asked for " + targets);
                },
                file -> {
                    throw new AssertionError("a session was asked for: " + file);
                },
                file -> {
                    throw new AssertionError("a study was asked for: " + file);
                });
        strict.open(List.of());
        assertThat(sessions).isEmpty();
    }
}
