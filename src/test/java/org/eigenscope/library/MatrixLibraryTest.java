package org.eigenscope.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.progress.CancelToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatrixLibraryTest {
    @TempDir
    Path folder;

    private final List<FakeFile> opened = new ArrayList<>();
    private final MatrixLibrary library = new MatrixLibrary(this::openFake);
    private Runnable whileOpening = () -> {};
    private Path path;

    private MatrixFile openFake(Path file, CancelToken cancel) throws EigenscopeException {
        cancel.throwIfCancelled();
        whileOpening.run();
        opened.add(new FakeFile(file, FakeFile.readable("fc1", 3, 4)));
        return opened.get(opened.size() - 1);
    }

    @BeforeEach
    void writeFile() throws IOException {
        path = Files.writeString(folder.resolve("net.npz"), "one");
    }

    @Test
    void aFileIsOpenedOnce() throws EigenscopeException {
        MatrixFile first = library.open(path);
        assertThat(library.open(folder.resolve("../" + folder.getFileName() + "/net.npz")))
                .isSameAs(first);
    }

    @Test
    void aFileOpenedTwiceAtTheSameTimeIsKeptOnce() throws EigenscopeException {
        List<MatrixFile> nested = new ArrayList<>();
        whileOpening = () -> {
            whileOpening = () -> {};
            nested.add(openUnchecked());
        };
        MatrixFile outer = library.open(path);
        assertThat(outer).isSameAs(nested.get(0));
        assertThat(opened).filteredOn(FakeFile::isClosed).hasSize(1);
    }

    @Test
    void aCancelledOpeningKeepsNothing() {
        assertThatThrownBy(() -> library.open(path, () -> true)).isInstanceOf(CancelledException.class);
        assertThat(library.files()).isEmpty();
    }

    private MatrixFile openUnchecked() {
        try {
            return library.open(path);
        } catch (EigenscopeException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aFileThatChangedIsOpenedAnewAndItsOldSelfClosed() throws IOException, EigenscopeException {
        library.open(path);
        Files.writeString(path, "longer");
        library.open(path);
        assertThat(opened).hasSize(2);
        assertThat(opened.get(0).isClosed()).isTrue();
    }

    @Test
    void closingOneFileForgetsIt() throws EigenscopeException {
        library.open(path);
        library.close(path);
        assertThat(opened.get(0).isClosed()).isTrue();
        assertThat(library.files()).isEmpty();
    }

    @Test
    void closingTheLibraryClosesItsFiles() throws EigenscopeException {
        library.open(path);
        library.close();
        assertThat(opened.get(0).isClosed()).isTrue();
    }

    @Test
    void aTargetSelectsItsTensor() throws EigenscopeException {
        SelectedTensor tensor = library.select(new MatrixTarget(path, Optional.of("fc1")), CancelToken.NONE);
        assertThat(tensor.info().name()).isEqualTo("fc1");
    }
}
