package org.eigenscope.io.format.gguf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eigenscope.error.BadInputException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.TestFiles;
import org.eigenscope.io.registry.MatrixFiles;
import org.eigenscope.matrix.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the entries are, the reference files' test says; here, what is listed and what is refused. */
class GgufReaderTest {
    @TempDir
    Path folder;

    private static Path reference(String name) throws Exception {
        return Path.of(
                GgufReaderTest.class.getResource("/reference/gguf/" + name).toURI());
    }

    private Path changed(int at, int... bytes) throws Exception {
        byte[] whole = Files.readAllBytes(reference("plain.gguf"));
        for (int i = 0; i < bytes.length; i++) {
            whole[at + i] = (byte) bytes[i];
        }
        return Files.write(folder.resolve("changed.gguf"), whole);
    }

    static Stream<String> namesByGguf() {
        List<String> names = new ArrayList<>();
        TestFiles.json("gguf/by_gguf.json").fieldNames().forEachRemaining(names::add);
        return names.stream();
    }

    /** The package computes in single precision, so the last of its digits may be rounded otherwise. */
    @ParameterizedTest
    @MethodSource("namesByGguf")
    void blocksAreThoseOfThePackageGguf(String name) throws Exception {
        JsonNode rows = TestFiles.json("gguf/by_gguf.json").get(name);
        Matrix matrix = TestFiles.read("gguf/by_gguf.gguf#" + name);
        assertThat(matrix.columns()).isEqualTo(rows.get(0).size());
        double largest = 0;
        double difference = 0;
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < matrix.columns(); j++) {
                double expected = rows.get(i).get(j).asDouble();
                largest = Math.max(largest, Math.abs(expected));
                difference = Math.max(difference, Math.abs(matrix.get(i, j) - expected));
            }
        }
        assertThat(largest).isPositive();
        assertThat(difference).isLessThanOrEqualTo(0x1p-23 * largest);
    }

    @Test
    void listingSaysWhyATensorIsSkipped() throws Exception {
        try (MatrixFile file = MatrixFiles.open(reference("skipped.gguf"))) {
            assertThat(file.tensors().stream()
                            .map(tensor -> tensor.name() + " " + tensor.shapeText() + ": "
                                    + tensor.skipReason().orElseThrow())
                            .collect(Collectors.joining("; ")))
                    .isEqualTo("vector 4: 1-D; scalar scalar: a single number; column 4×1: fewer than 2 columns;"
                            + " iq2 2×256: weights in the format IQ2_XXS;"
                            + " future 2×256: weights in the format number 99");
        }
    }

    @Test
    void innermostSizeWhichTheFileHasFirstComesLast() throws Exception {
        try (MatrixFile file = MatrixFiles.open(reference("plain.gguf"))) {
            assertThat(file.tensors())
                    .filteredOn(tensor -> tensor.name().equals("cube"))
                    .first()
                    .satisfies(cube -> assertThat(cube.shape()).containsExactly(2L, 3L, 4L));
        }
    }

    @Test
    void shortSettingsAreKeptAndVocabulariesSteppedOver() throws Exception {
        try (MatrixFile file = MatrixFiles.open(reference("plain.gguf"))) {
            assertThat(file.metadata())
                    .containsEntry("general.architecture", "llama")
                    .containsEntry("llama.block_count", "2")
                    .doesNotContainKey("tokenizer.ggml.tokens");
        }
    }

    @Test
    void metadataTellWhichFormatsAreStored() throws Exception {
        try (MatrixFile file = MatrixFiles.open(reference("tall.gguf"))) {
            assertThat(file.metadata()).containsEntry("tensor formats", "Q4_K (1), Q6_K (1), Q8_0 (1)");
        }
    }

    @ParameterizedTest
    @CsvSource({"1, version 1;", "9, version 9;"})
    void otherVersionsAreRefused(int version, String words) throws Exception {
        refuses(changed(4, version), words);
    }

    @Test
    void moreTensorsThanTheFileCanHoldAreRefused() throws Exception {
        refuses(changed(8, 255, 255, 255, 255), "more than it can hold");
    }

    @Test
    void truncatedFileIsRefused() throws Exception {
        byte[] whole = Files.readAllBytes(reference("blocks.gguf"));
        Path cut = Files.write(folder.resolve("cut.gguf"), Arrays.copyOf(whole, whole.length - 200));
        refuses(cut, "truncated or damaged");
    }

    private static void refuses(Path file, String words) {
        assertThatThrownBy(() -> MatrixFiles.open(file))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(words);
    }
}
