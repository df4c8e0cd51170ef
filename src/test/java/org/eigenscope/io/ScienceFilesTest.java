package org.eigenscope.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eigenscope.matrix.Matrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** HDF5, Keras, MATLAB and MatrixMarket files must have their axes where h5py and scipy put them. */
class ScienceFilesTest {
    /** Relative; text formats print 16 digits. */
    private static final double ENTRY_TOLERANCE = 1e-15;

    private static final JsonNode EXPECTED = TestFiles.json("science/expected.json");

    static Stream<String> addresses() {
        List<String> names = new ArrayList<>();
        EXPECTED.fieldNames().forEachRemaining(names::add);
        return names.stream();
    }

    /** The corners tell a matrix from its transpose and a kernel's axes from each other. */
    @ParameterizedTest
    @MethodSource("addresses")
    void shapeAndCornersAreThoseOfNumpy(String address) throws Exception {
        Matrix matrix = TestFiles.read("science/" + address);
        assertThat(new double[] {matrix.rows(), matrix.columns()})
                .containsExactly(doubles(EXPECTED.get(address).get("shape")));
        double[] corners = doubles(EXPECTED.get(address).get("corner"));
        int bottom = matrix.rows() - 1;
        int right = matrix.columns() - 1;
        double[] actual = {matrix.get(0, 0), matrix.get(0, right), matrix.get(bottom, 0), matrix.get(bottom, right)};
        for (int i = 0; i < corners.length; i++) {
            assertThat(actual[i]).isCloseTo(corners[i], within(ENTRY_TOLERANCE * Math.abs(corners[i])));
        }
    }

    private static double[] doubles(JsonNode array) {
        double[] values = new double[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).asDouble();
        }
        return values;
    }
}
