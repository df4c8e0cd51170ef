package org.eigenscope.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.library.MatrixFileOpener;
import org.eigenscope.library.MatrixLibrary;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.Estimate;
import org.eigenscope.spectrum.SolverChoice;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.spectrum.SpectrumOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Spectra of complex, packed, sparse and quantised matrices must be those of numpy; the folder's README says how the files were made. */
class RandomFilesTest {
    /** Relative to the largest value; both sides work in double precision on the same stored values. */
    private static final double TOLERANCE = 1e-12;

    static Stream<String> files() throws Exception {
        try (Stream<Path> entries = Files.list(folder())) {
            return entries
                    .map(path -> path.getFileName().toString())
                    .filter(name -> !name.matches(".*\\.(md|py)") && !name.equals("expected.json"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void spectraAreThoseOfNumpy(String file) throws Exception {
        List<String> targets = targetsIn(file);
        assertThat(targets).isNotEmpty();
        SoftAssertions softly = new SoftAssertions();
        for (String target : targets) {
            double[] expected = expected(target);
            double[] actual = spectrum(target, SpectrumOptions.withDefaults()).ascending();
            softly.assertThat(actual).as(target).hasSameSizeAs(expected);
            double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
            softly.assertThat(actual).as(target).containsExactly(expected, within(TOLERANCE * largest));
        }
        softly.assertAll();
    }

    @Test
    void anEnsembleOfHermitianMatricesHasItsSemicircleAndItsRepulsion() throws Exception {
        Spectrum gue = spectrum("gue.npy", SpectrumOptions.withDefaults());
        assertThat(gue.details().source()).isEqualTo(Spectrum.Source.HERMITIAN);
        // entries of variance 1/N: the semicircle ends at ±2, and its variance is 1
        double squares =
                Arrays.stream(gue.ascending()).map(v -> v * v).average().orElseThrow();
        assertThat(squares).isCloseTo(1, within(0.05));
        SpacingRatio ratio = SpacingRatio.of(gue).orElseThrow();
        assertThat(ratio.expected()).isEqualTo(0.5996);
        assertThat(ratio.mean()).isCloseTo(ratio.expected(), within(3 * ratio.standardError()));
        assertThat(ratio.mean()).isGreaterThan(SpacingRatio.WITHOUT_REPULSION + 3 * ratio.standardError());
    }

    @Test
    void anEstimateOfAComplexMatrixHasItsSizeAndItsTrace() throws Exception {
        SpectrumOptions options = SpectrumOptions.withDefaults().withSolver(SolverChoice.SLQ);
        Spectrum estimated = spectrum("gue.npy", options);
        Spectrum exact = spectrum("gue.npy", SpectrumOptions.withDefaults());
        assertThat(estimated.size()).isEqualTo(exact.size());
        assertThat(estimated.details().source()).isEqualTo(Spectrum.Source.HERMITIAN);
        Estimate trace = estimated.estimate().orElseThrow().trace();
        double expected = Arrays.stream(exact.ascending()).sum();
        assertThat(trace.value()).isCloseTo(expected, within(4 * trace.standardError()));
    }

    @ParameterizedTest
    @CsvSource({"zstd, codec zstd", "snappy, codec snappy"})
    void aPackingThatIsNotReadIsNamedWithWhatToDo(String name, String codec) throws Exception {
        assertThat(info("filters.h5", name).skipReason().orElseThrow()).contains(codec, "h5repack -f NONE");
    }

    @Test
    void kernelsOfModelsForPhonesAndBrowsersAreShownWithTheirOutputsFirst() throws Exception {
        List<Long> conv = info("f0025.tflite", "conv").shape();
        assertThat(conv.subList(2, 4)).containsExactly(3L, 2L);
        assertThat(info("f0027.tfjs/model.json", "conv2d/kernel").shape()).containsExactly(7L, 5L, 3L, 2L);
    }

    private static List<String> targetsIn(String file) throws Exception {
        List<String> targets = new ArrayList<>();
        values().fieldNames().forEachRemaining(targets::add);
        targets.removeIf(
                target -> !target.equals(file) && !target.startsWith(file + "#") && !target.startsWith(file + "/"));
        return targets;
    }

    private static double[] expected(String target) throws Exception {
        JsonNode list = values().get(target);
        double[] expected = new double[list.size()];
        Arrays.setAll(expected, i -> list.get(i).asDouble());
        return expected;
    }

    private static JsonNode values() throws IOException, URISyntaxException {
        return new ObjectMapper().readTree(folder().resolve("expected.json").toFile());
    }

    private static Spectrum spectrum(String target, SpectrumOptions options) throws Exception {
        int mark = target.indexOf('#');
        Path path = folder().resolve(mark < 0 ? target : target.substring(0, mark));
        Optional<String> name = mark < 0 ? Optional.empty() : Optional.of(target.substring(mark + 1));
        try (MatrixLibrary library = new MatrixLibrary(new MatrixFileOpener())) {
            return TensorSpectrum.of(
                            library.select(new MatrixTarget(path, name), CancelToken.NONE),
                            options,
                            ProgressListener.NONE,
                            CancelToken.NONE)
                    .spectrum();
        }
    }

    private static TensorInfo info(String file, String name) throws Exception {
        try (MatrixLibrary library = new MatrixLibrary(new MatrixFileOpener())) {
            return library.open(folder().resolve(file)).find(name).orElseThrow();
        }
    }

    private static Path folder() throws URISyntaxException {
        return Path.of(RandomFilesTest.class.getResource("/reference/random").toURI());
    }
}
