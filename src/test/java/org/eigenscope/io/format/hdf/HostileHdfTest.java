package org.eigenscope.io.format.hdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.eigenscope.error.BadInputException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.TestFiles;
import org.eigenscope.io.registry.MatrixFiles;
import org.eigenscope.matrix.ElementType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HDF5 files that were made to mislead their reader. */
class HostileHdfTest {
    private static final int NODE_TYPE_AT = 4;
    private static final int NODE_LEVEL_AT = 5;
    private static final int SYMBOL_CHILD_AT = 32;
    private static final int CHUNK_CHILD_AT = 24 + 8 + 3 * 8;

    @TempDir
    Path folder;

    private static TensorInfo info(Path file, String name) throws Exception {
        try (MatrixFile opened = MatrixFiles.open(file)) {
            return opened.tensors().stream()
                    .filter(tensor -> tensor.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Path seed(String name) {
        return TestFiles.reference("science/" + name);
    }

    @ParameterizedTest
    @CsvSource({
        "greyed/text, string",
        "greyed/words, strings or lists of varying length",
        "greyed/records, structured records of 2 fields",
        "greyed/vector, 1-D",
        "greyed/scalar, a single number",
        "greyed/none, empty",
        "greyed/null, empty",
        "greyed/unwritten, 'declared, but nothing of it is stored'",
        "links/outside, 'a link into another file (/etc/passwd), which is not followed'",
        "links/up, the group / again"
    })
    void whatHasNoSpectrumIsGreyedWithTheReason(String name, String reason) throws Exception {
        for (String file : new String[] {"earliest.h5", "latest.h5", "userblock.h5"}) {
            assertThat(info(seed(file), name).skipReason()).as(file).contains(reason);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"earliest.h5", "latest.h5"})
    void aShapeOfWhichHardlyAnythingIsStoredIsRefusedBeforeItIsAllocated(String file) {
        assertThatThrownBy(() -> TestFiles.read(seed(file), "hollow"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("declares 1600000000 bytes, but the file stores only");
    }

    @Test
    void aTreeOfNamesThatLeadsIntoItselfIsRefused() throws Exception {
        byte[] bytes = Files.readAllBytes(seed("earliest.h5"));
        int root = Integer.MAX_VALUE;
        for (int at = find(bytes, "TREE", 0); at >= 0; at = find(bytes, "TREE", at + 1)) {
            if (bytes[at + NODE_TYPE_AT] == 0) {
                bytes[at + NODE_LEVEL_AT] = 1;
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(at + SYMBOL_CHILD_AT, at);
                root = Math.min(root, at);
            }
        }
        assertThat(root).isLessThan(bytes.length);
        Path file = Files.write(folder.resolve("circle.h5"), bytes);
        assertThatThrownBy(() -> MatrixFiles.open(file).close())
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void aTreeOfChunksThatLeadsIntoItselfIsRefused() throws Exception {
        byte[] bytes = Files.readAllBytes(seed("earliest.h5"));
        for (int at = find(bytes, "TREE", 0); at >= 0; at = find(bytes, "TREE", at + 1)) {
            if (bytes[at + NODE_TYPE_AT] == 1) {
                bytes[at + NODE_LEVEL_AT] = 1;
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(at + CHUNK_CHILD_AT, at);
            }
        }
        Path file = Files.write(folder.resolve("circle.h5"), bytes);
        assertThatThrownBy(() -> TestFiles.read(file, "layouts/chunked"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("damaged");
    }

    /** jHDF does not compare Fletcher's checksum; we do. */
    @Test
    void aWrongChecksumOfAChunkIsNoticed() throws Exception {
        double corner = TestFiles.read(seed("earliest.h5"), "layouts/checked").get(0, 0);
        byte[] bytes = Files.readAllBytes(seed("earliest.h5"));
        byte[] entry = ByteBuffer.allocate(Double.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putDouble(corner)
                .array();
        int at = find(bytes, new String(entry, StandardCharsets.ISO_8859_1), 0);
        bytes[at] ^= 1;
        Path file = Files.write(folder.resolve("flipped.h5"), bytes);
        assertThatThrownBy(() -> TestFiles.read(file, "layouts/checked"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("checksum of a chunk is wrong");
    }

    @Test
    void oneDamagedObjectDoesNotHideTheOthers() throws Exception {
        byte[] bytes = Files.readAllBytes(seed("many.h5"));
        int second = find(bytes, "OHDR", find(bytes, "OHDR", 0) + 1);
        bytes[second + 8] ^= 0x7F;
        Path file = Files.write(folder.resolve("many.h5"), bytes);
        try (MatrixFile opened = MatrixFiles.open(file)) {
            assertThat(opened.tensors()).hasSize(60);
            assertThat(opened.tensors().stream().filter(TensorInfo::isReadable)).hasSize(59);
        }
    }

    @Test
    void aFileCutShortIsRefusedOrGreyed() throws Exception {
        byte[] bytes = Files.readAllBytes(seed("userblock.h5"));
        Path file = Files.write(folder.resolve("cut.h5"), Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> {
                    try (MatrixFile opened = MatrixFiles.open(file)) {
                        for (TensorInfo tensor : opened.tensors()) {
                            TestFiles.read(file, tensor.name());
                        }
                    }
                })
                .isInstanceOf(BadInputException.class);
    }

    @Test
    void theAxesAssumedOfAKernelGoIntoTheMatrixsMetadata() throws Exception {
        var matrix = TestFiles.read(seed("stored.keras"), "layers/conv2d/vars/0");
        assertThat(matrix.provenance().metadata().get("layout")).contains("shown as out×in×k₁×k₂");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v73.mat", "v5.mat"})
    void matlabsLogicalArraysAreZerosAndOnes(String file) throws Exception {
        assertThat(info(seed(file), "truth").elementType()).contains(ElementType.BOOL);
        var truth = TestFiles.read(seed(file), "truth");
        for (int i = 0; i < 9; i++) {
            assertThat(truth.get(i / 3, i % 3)).isIn(0.0, 1.0);
        }
    }

    @Test
    void matlabsArraysThatAreNoMatricesAreGreyed() throws Exception {
        assertThat(info(seed("v73.mat"), "word").skipReason()).contains("text");
        assertThat(info(seed("v73.mat"), "empty").skipReason()).contains("empty");
        assertThat(info(seed("v5.mat"), "word").skipReason()).contains("text");
    }

    private static int find(byte[] bytes, String what, int from) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(what, from);
    }
}
