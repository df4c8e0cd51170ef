package org.eigenscope.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eigenscope.matrix.Matrix;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files written by numpy must give the eigenvalues and entries that numpy found in them. */
class ReferenceFilesTest {
    /** Relative to λmax; both sides work in double precision on the same stored values. */
    private static final double EIGENVALUE_TOLERANCE = 1e-12;

    private static final JsonNode EIGENVALUES = TestFiles.json("files/expected.json");
    private static final JsonNode ENTRIES = TestFiles.json("io/values.json");

    static Stream<String> filesWithEigenvalues() {
        return names(EIGENVALUES).stream();
    }

    static Stream<String> filesWithEntries() {
        return names(ENTRIES).stream();
    }

    @ParameterizedTest
    @MethodSource("filesWithEigenvalues")
    void squaredSingularValuesAreThoseOfNumpy(String address) throws Exception {
        double[] actual =
                squaredSingularValues(TestFiles.read("files/" + address).toEjml());
        double[] expected = doubles(EIGENVALUES.get(address).get("eigenvalues"));
        double largest = expected[expected.length - 1];
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(EIGENVALUE_TOLERANCE * largest));
        }
    }

    @ParameterizedTest
    @MethodSource("filesWithEigenvalues")
    void shapeIsThatOfNumpy(String address) throws Exception {
        Matrix matrix = TestFiles.read("files/" + address);
        assertThat(new double[] {matrix.rows(), matrix.columns()})
                .containsExactly(doubles(EIGENVALUES.get(address).get("shape")));
    }

    @ParameterizedTest
    @MethodSource("filesWithEntries")
    void entriesAreExactlyThoseOfNumpy(String address) throws Exception {
        Matrix matrix = TestFiles.read("io/" + address);
        JsonNode rows = ENTRIES.get(address);
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

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
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
