package org.eigenscope.io.format.matrixmarket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eigenscope.error.BadInputException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.registry.MatrixFiles;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatrixMarketReaderTest {
    private static final String COORDINATE = "%%MatrixMarket matrix coordinate real general\n";

    @TempDir
    Path folder;

    private Matrix read(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("m.mtx"), text);
        try (MatrixFile opened = MatrixFiles.open(file)) {
            return opened.read("", ProgressListener.NONE, CancelToken.NONE);
        }
    }

    @Test
    void coordinatesGivenTwiceAddUp() throws Exception {
        assertThat(read(COORDINATE + "2 2 3\n1 1 2\n1 1 3\n2 1 1\n").get(0, 0)).isEqualTo(5);
    }

    @Test
    void commentsAndBlankLinesMayStandAnywhereAndExponentsMayBeFortrans() throws Exception {
        assertThat(read(COORDINATE + "% one\n\n%two\n2 2 1\n% three\n\n2 1 1.5D+02\n")
                        .get(1, 0))
                .isEqualTo(150);
    }

    @Test
    void aSymmetricMatrixMayGiveItsUpperTriangle() throws Exception {
        Matrix matrix = read("%%MatrixMarket matrix coordinate real symmetric\n2 2 1\n1 2 7\n");
        assertThat(new double[] {matrix.get(0, 1), matrix.get(1, 0)}).containsExactly(7, 7);
    }

    @Test
    void theBannersCaseDoesNotMatter() throws Exception {
        assertThat(read("%%MatrixMarket MATRIX Array Real General\n2 2\n1 2 3 4\n")
                        .get(0, 1))
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "matrix coordinate real general|2 2 1;3 1 1|the index 3 is not within 1 and 2",
                "matrix coordinate real general|2 2 1;0 1 1|the index 0 is not within 1 and 2",
                "matrix coordinate real general|2 2 2;1 1 1|is truncated",
                "matrix coordinate real general|2 2 1;1 1 1;2 2 2|goes on in line",
                "matrix coordinate real general|2 2 1;1 1 x|not a number",
                "matrix coordinate real general|2 2 999999999;1 1 1|more than there is room for",
                "matrix coordinate real general|2000000 2000000 1;1 1 1|nearly all its rows or columns are zero",
                "matrix coordinate real general|2 -2 1;1 1 1|impossible size",
                "matrix coordinate real symmetric|2 3 1;1 1 1|symmetric",
                "matrix coordinate real skew-symmetric|2 2 1;1 1 1|on its diagonal",
                "matrix array pattern general|2 2|only a pattern",
                "matrix coordinate complex hermitian|2 2 1;1 1 1|truncated",
                "matrix array complex general|2 2;1 2 3 4 5 6 7|truncated",
                "vector coordinate real general|2 1;1 1|banner"
            })
    void whatCannotBeTrueIsRefused(String banner, String lines, String reason) {
        String text = "%%MatrixMarket " + banner + "\n" + lines.replace(';', '\n') + "\n";
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void anEndlessLineIsRefused() {
        assertThatThrownBy(() -> read(COORDINATE + "2 2 1\n" + "1".repeat(5000)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("longer than the 1024 characters");
    }
}
