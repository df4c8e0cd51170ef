package org.eigenscope.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eigenscope.matrix.Matrix;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files written by the usual tools must give the eigenvalues and entries that numpy found in them. */
class ReferenceFilesTest {
    /** Relative to λmax; both sides work in double precision on the same stored values. */
    private static final double EIGENVALUE_TOLERANCE = 1e-12;

    /** By folder: matrix to shape and eigenvalues. */
    private static final Map<String, JsonNode> EIGENVALUES =
            load("expected.json", "files", "science", "torch", "gguf", "onnx", "sharded", "sparse", "types", "virtual");

    /** By folder: matrix to rows. */
    private static final Map<String, JsonNode> ENTRIES =
            load("values.json", "io", "torch", "pickle", "gguf", "onnx", "sharded");

    static Stream<Arguments> matricesWithEigenvalues() {
        return matrices(EIGENVALUES);
    }

    static Stream<Arguments> matricesWithEntries() {
        return matrices(ENTRIES);
    }

    @ParameterizedTest
    @MethodSource("matricesWithEigenvalues")
    void squaredSingularValuesAreThoseOfNumpy(String folder, String address) throws Exception {
        double[] actual =
                squaredSingularValues(TestFiles.read(folder + "/" + address).toEjml());
        double[] expected = doubles(EIGENVALUES.get(folder).get(address).get("eigenvalues"));
        if (EIGENVALUES.get(folder).get(address).path("note").asText().startsWith("symmetric")) {
            // there the eigenvalues stand themselves, all of them positive
            expected = Arrays.stream(expected).map(lambda -> lambda * lambda).toArray();
        }
        double largest = expected[expected.length - 1];
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(EIGENVALUE_TOLERANCE * largest));
        }
    }

    @ParameterizedTest
    @MethodSource("matricesWithEigenvalues")
    void shapeIsThatOfNumpy(String folder, String address) throws Exception {
        Matrix matrix = TestFiles.read(folder + "/" + address);
        assertThat(new double[] {matrix.rows(), matrix.columns()})
                .containsExactly(doubles(EIGENVALUES.get(folder).get(address).get("shape")));
    }

    @ParameterizedTest
    @MethodSource("matricesWithEntries")
    void entriesAreExactlyThoseOfNumpy(String folder, String address) throws Exception {
        Matrix matrix = TestFiles.read(folder + "/" + address);
        JsonNode rows = ENTRIES.get(folder).get(address);
        assertThat(matrix.rows()).isEqualTo(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            double[] row = new double[matrix.columns()];
            for (int j = 0; j < row.length; j++) {
                row[j] = matrix.get(i, j);
            }
            assertThat(row).containsExactly(doubles(rows.get(i)));
        }
    }

    private static double[] squaredSingularValues(DMatrixRMaj matrix) {
        SingularValueDecomposition_F64<DMatrixRMaj> svd =
                DecompositionFactory_DDRM.svd(matrix.numRows, matrix.numCols, false, false, true);
        assertThat(svd.decompose(matrix)).isTrue();
        return Arrays.stream(svd.getSingularValues())
                .limit(svd.numberOfSingularValues())
                .map(s -> s * s)
                .sorted()
                .toArray();
    }

    private static Map<String, JsonNode> load(String file, String... folders) {
        Map<String, JsonNode> byFolder = new LinkedHashMap<>();
        for (String folder : folders) {
            byFolder.put(folder, TestFiles.json(folder + "/" + file));
        }
        return byFolder;
    }

    private static Stream<Arguments> matrices(Map<String, JsonNode> byFolder) {
        List<Arguments> matrices = new ArrayList<>();
        byFolder.forEach((folder, json) ->
                json.fieldNames().forEachRemaining(address -> matrices.add(Arguments.of(folder, address))));
        return matrices.stream();
    }

    private static double[] doubles(JsonNode array) {
        double[] values = new double[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = number(array.get(i).asText());
        }
        return values;
    }

    private static double number(String text) {
        return switch (text) {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
