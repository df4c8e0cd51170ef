package org.eigenscope.io.format.hdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.eigenscope.error.BadInputException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.TestFiles;
import org.eigenscope.io.registry.MatrixFiles;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Virtual datasets that cannot be read, or not whole; what is read is compared with h5py's in ReferenceFilesTest. */
class VirtualDatasetsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    escape   | its file '../part-0.h5' is not inside the folder
                    absolute | none of its sources is there (/etc/passwd)
                    nothing  | none of its sources is there (gone.h5)
                    """)
    void listingSaysWhySourcesAreNotRead(String name, String reason) throws Exception {
        assertThat(info(TestFiles.reference("virtual/latest.h5"), name).skipReason())
                .contains("virtual, and " + reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    circle   | its sources are virtual themselves
                    lost     | the source part-0.h5#no/such is missing
                    integers | is float64, and the whole is int32
                    """)
    void readingSaysWhySourcesCannotBeRead(String name, String reason) {
        assertThatThrownBy(() -> TestFiles.read("virtual/latest.h5#" + name))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void missingFileIsNamedWithWhatStandsInItsPlace() throws Exception {
        assertThat(info(TestFiles.reference("virtual/latest.h5"), "missing").note())
                .isEqualTo("virtual, of 1 part; missing and filled with 2: nowhere.h5");
    }

    @Test
    void namesThatCountEndBeforeTheFirstMissingFile() throws Exception {
        Path copy = copied("latest.h5", "part-0.h5", "part-2.h5");
        assertThat(info(copy, "files").shape()).containsExactly(6L, 10L);
    }

    @Test
    void sourceThatIsNoHdfFileIsSaid() throws Exception {
        Path copy = copied("latest.h5", "part-0.h5", "part-1.h5");
        Files.writeString(folder.resolve("part-2.h5"), "no file of that kind");
        try (MatrixFile file = new HdfReader().open(copy, CancelToken.NONE)) {
            assertThatThrownBy(() -> file.read("stack", ProgressListener.NONE, CancelToken.NONE))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageContaining("part-2.h5 is not an HDF5 file");
        }
    }

    @Test
    void sourceThatShrankAfterListingIsSaid() throws Exception {
        Path copy = copied("latest.h5", "part-0.h5", "part-1.h5", "part-2.h5");
        try (MatrixFile file = new HdfReader().open(copy, CancelToken.NONE)) {
            Files.delete(folder.resolve("part-1.h5"));
            assertThatThrownBy(() -> file.read("files", ProgressListener.NONE, CancelToken.NONE))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageContaining("its sources have other sizes than before");
        }
    }

    @Test
    void filesOfSourcesArePartsOfTheFile() throws Exception {
        try (MatrixFile file = new HdfReader().open(TestFiles.reference("virtual/latest.h5"), CancelToken.NONE)) {
            assertThat(file.companions())
                    .extracting(companion -> companion.getFileName().toString())
                    .containsExactlyInAnyOrder("part-0.h5", "part-1.h5", "part-2.h5");
        }
    }

    @Test
    void referencesToRegionsAreSkippedAndHideNothing() throws Exception {
        String reason = "references to regions of other datasets, which are not followed";
        assertThat(info(TestFiles.reference("virtual/latest_references.h5"), "regions")
                        .skipReason())
                .contains(reason);
        try (MatrixFile file = MatrixFiles.open(TestFiles.reference("virtual/references.mat"))) {
            assertThat(file.tensors().stream()
                            .filter(tensor -> tensor.name().equals("R"))
                            .map(tensor -> tensor.skipReason().orElse("")))
                    .containsExactly(reason);
        }
    }

    @Test
    void missingPartIsFilled() throws Exception {
        Matrix matrix = TestFiles.read("virtual/latest.h5#missing");
        assertThat(Arrays.stream(matrix.toEjml().getData()).skip(60)).containsOnly(2.0);
    }

    private Path copied(String... names) throws Exception {
        for (String name : names) {
            Files.copy(TestFiles.reference("virtual/" + name), folder.resolve(name));
        }
        return folder.resolve(names[0]);
    }

    private static TensorInfo info(Path path, String name) throws Exception {
        try (MatrixFile file = new HdfReader().open(path, CancelToken.NONE)) {
            return file.tensors().stream()
                    .filter(tensor -> tensor.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
