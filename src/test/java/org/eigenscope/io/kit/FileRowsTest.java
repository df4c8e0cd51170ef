package org.eigenscope.io.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.TestFiles;
import org.eigenscope.io.registry.MatrixFiles;
import org.eigenscope.matrix.ElementType;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.matrix.Provenance;
import org.eigenscope.matrix.RowBlocks;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileRowsTest {
    @TempDir
    Path folder;

    private static Path reference(String name) throws URISyntaxException {
        return Path.of(
                FileRowsTest.class.getResource("/reference/files/" + name).toURI());
    }

    private static RowBlocks rows(MatrixFile file, String name) throws EigenscopeException {
        return file.rows(name, ProgressListener.NONE, CancelToken.NONE);
    }

    private static double[] walk(RowBlocks rows, int atATime) throws EigenscopeException {
        int length = rows.columns() * rows.elementType().components();
        double[] all = new double[rows.rows() * length];
        double[] some = new double[atATime * length];
        try (RowBlocks.Pass pass = rows.pass()) {
            for (int row = 0; row < rows.rows(); row += atATime) {
                int count = Math.min(atATime, rows.rows() - row);
                pass.next(some, count);
                System.arraycopy(some, 0, all, row * length, count * length);
            }
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {"c_f8.npy", "big_endian.npy", "half.npy", "int16.npy", "conv.npy"})
    void walkingTheRowsGivesWhatReadingGives(String name) throws Exception {
        try (MatrixFile file = MatrixFiles.open(reference(name))) {
            Matrix whole = file.read("", ProgressListener.NONE, CancelToken.NONE);
            assertThat(rows(file, "")).isInstanceOf(FileRows.class);
            assertThat(walk(rows(file, ""), 3)).isEqualTo(whole.valuesForReading());
        }
    }

    @Test
    void aMatrixStoredByColumnsIsWalkedAsItsTranspose() throws Exception {
        try (MatrixFile file = MatrixFiles.open(reference("f_order_f4.npy"))) {
            Matrix whole = file.read("", ProgressListener.NONE, CancelToken.NONE);
            RowBlocks rows = rows(file, "");
            assertThat(rows.rows()).isEqualTo(whole.columns());
            double[] transposed = walk(rows, 4);
            double[] expected = new double[transposed.length];
            Arrays.setAll(expected, i -> whole.get(i % rows.columns(), i / rows.columns()));
            assertThat(transposed).isEqualTo(expected);
        }
    }

    /** Every tensor of the file that can be walked is; some of each must be. */
    @ParameterizedTest
    @CsvSource({
        "torch/views.pt, transposed",
        "torch/views_legacy.pt, transposed",
        "sharded/model.safetensors.index.json, layers.1.weight",
        "science/earliest.h5, types/little_f8",
        "science/userblock.h5, types/little_f8",
        "science/stored.keras, layers/dense/vars/0"
    })
    void archivesShardsAndScientificFilesAreWalkedWhereTheyLie(String path, String certain) throws Exception {
        List<String> walked = new ArrayList<>();
        try (MatrixFile file = MatrixFiles.open(TestFiles.reference(path))) {
            for (TensorInfo info : file.tensors()) {
                boolean stored = info.isReadable() && !info.name().equals("hollow");
                if (stored && rows(file, info.name()) instanceof FileRows rows) {
                    walked.add(info.name());
                    assertThat(straightened(rows, info))
                            .as(info.name())
                            .isEqualTo(file.read(info.name(), ProgressListener.NONE, CancelToken.NONE)
                                    .valuesForReading());
                }
            }
        }
        assertThat(walked).contains(certain);
    }

    /** Row by row, also where the walk goes along columns. */
    private static double[] straightened(FileRows rows, TensorInfo info) throws EigenscopeException {
        double[] all = walk(rows, 2);
        if (!rows.source().layout().firstIndexFastest()) {
            return all;
        }
        double[] turned = new double[all.length];
        int height = (int) info.rows();
        int width = (int) info.columns();
        Arrays.setAll(turned, i -> all[i % width * height + i / width]);
        return turned;
    }

    @Test
    void packedEntriesCanBeUnpackedOnEveryWalkAndTheirChecksumIsCompared() throws Exception {
        Path path = Files.copy(reference("pack.npz"), folder.resolve("pack.npz"));
        FileStamp stamp = FileStamp.of(path);
        ListedTensor alpha =
                ((ListedFile) MatrixFiles.open(path)).listed("alpha").orElseThrow();
        FileRows rows = new FileRows(
                alpha.rows().orElseThrow(), ElementType.F64, stamp, new Provenance(path, "alpha", Map.of()));
        double[] first = walk(rows, 2);
        assertThat(first).isEqualTo(TestFiles.read(path, "alpha").valuesForReading());
        assertThat(walk(rows, 3)).isEqualTo(first);
    }

    @Test
    void aShardThatChangedIsNotWalked() throws Exception {
        Path index = folder.resolve("model.safetensors.index.json");
        Files.copy(TestFiles.reference("sharded/model.safetensors.index.json"), index);
        Path shard = folder.resolve("model-00001-of-00002.safetensors");
        Files.copy(TestFiles.reference("sharded/" + shard.getFileName()), shard);
        try (MatrixFile file = MatrixFiles.open(index)) {
            RowBlocks rows = rows(file, "layers.1.weight");
            Files.write(shard, new byte[5000]);
            assertThatThrownBy(rows::pass).isInstanceOf(BadInputException.class).hasMessageContaining("changed");
        }
    }

    @Test
    void whatIsCompressedIsHeldInMemory() throws Exception {
        try (MatrixFile file = MatrixFiles.open(reference("pack.npz"))) {
            RowBlocks rows = rows(file, "alpha");
            assertThat(rows).isNotInstanceOf(FileRows.class);
            assertThat(walk(rows, 2))
                    .isEqualTo(file.read("alpha", ProgressListener.NONE, CancelToken.NONE)
                            .valuesForReading());
        }
    }

    @Test
    void aFileThatChangedIsNotedBeforeTheNextWalk() throws Exception {
        Path copy = Files.copy(reference("c_f8.npy"), folder.resolve("w.npy"));
        try (MatrixFile file = MatrixFiles.open(copy)) {
            RowBlocks rows = rows(file, "");
            Files.write(copy, new byte[10]);
            assertThatThrownBy(rows::pass).isInstanceOf(BadInputException.class);
        }
    }
}
