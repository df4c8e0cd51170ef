package org.eigenscope.io.format.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eigenscope.io.TestFiles;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.spectrum.SpectrumOptions;
import org.eigenscope.spectrum.solve.SpectrumCalculator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Tables that other programs wrote hold the matrices that these programs say. */
class ForeignTablesTest {
    /** Relative, of the largest eigenvalue. */
    private static final double ROUNDING = 1e-12;

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> tableOfDataFramesHoldsItsNumbersAndNotItsNames() {
        JsonNode cases = TestFiles.json("tables/tables.json");
        return StreamSupport.stream(cases.spliterator(), false)
                .map(table -> dynamicTest(table.get("name").asText(), () -> check(table)));
    }

    private void check(JsonNode table) throws Exception {
        Path path = Files.writeString(folder.resolve("x.csv"), table.get("text").asText());
        Matrix matrix = TestFiles.read(path, "");
        assertThat(matrix.rows()).isEqualTo(table.get("rows").asInt());
        assertThat(matrix.columns()).isEqualTo(table.get("columns").asInt());
        assertLargest(matrix, table.get("largest").asDouble());
    }

    @TestFactory
    Stream<DynamicTest> octaveVariablesAreToldApart() throws Exception {
        return Files.readAllLines(TestFiles.reference("tables/octave.csv")).stream()
                .map(line -> line.split(","))
                .map(fields -> dynamicTest(fields[0], () -> checkOctave(fields)));
    }

    private static void checkOctave(String[] fields) throws Exception {
        Matrix matrix = TestFiles.read("tables/octave.txt#" + fields[0].replace(';', ','));
        assertThat(matrix.rows()).isEqualTo(Integer.parseInt(fields[1]));
        assertThat(matrix.columns()).isEqualTo(Integer.parseInt(fields[2]));
        assertLargest(matrix, Double.parseDouble(fields[3]));
    }

    private static void assertLargest(Matrix matrix, double expected) throws Exception {
        Spectrum spectrum = new SpectrumCalculator()
                .compute(matrix, SpectrumOptions.withDefaults(), ProgressListener.NONE, CancelToken.NONE);
        double[] ascending = spectrum.ascending();
        assertThat(ascending[ascending.length - 1]).isCloseTo(expected, within(ROUNDING * expected));
    }
}
