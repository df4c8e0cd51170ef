package org.eigenscope.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.registry.MatrixFiles;
import org.eigenscope.library.MatrixLibrary;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.library.SelectedTensor;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.spectrum.SpectrumOptions;
import org.eigenscope.spectrum.solve.SpectrumCalculator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** From the text a user types to the eigenvalues that numpy found in the same file. */
class ReferenceSpectraTest {
    /** Relative to the largest eigenvalue; both sides work in double precision on the same stored values. */
    private static final double TOLERANCE = 1e-12;

    private static final SpectrumService SERVICE = new SpectrumService(new SpectrumCalculator());

    static Stream<Arguments> targets() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(ReferenceSpectraTest.class.getResource("/reference/files"))
                .toURI());
        JsonNode expected =
                new ObjectMapper().readTree(folder.resolve("expected.json").toFile());
        return expected.properties().stream()
                .map(entry -> Arguments.of(entry.getKey(), folder, eigenvalues(entry.getValue())));
    }

    private static double[] eigenvalues(JsonNode entry) {
        return StreamSupport.stream(entry.get("eigenvalues").spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("targets")
    void spectraOfFilesAreThoseOfNumpy(String address, Path folder, double[] expected) throws EigenscopeException {
        Spectrum spectrum = spectrum(folder + "/" + address);
        double largest = DoubleStream.of(expected).map(Math::abs).max().orElseThrow();
        double[] found = DoubleStream.concat(DoubleStream.of(spectrum.negative()), DoubleStream.of(spectrum.positive()))
                .toArray();
        assertThat(found).containsExactly(expected, within(TOLERANCE * largest));
    }

    private static Spectrum spectrum(String target) throws EigenscopeException {
        try (MatrixLibrary library = new MatrixLibrary(MatrixFiles::open)) {
            SelectedTensor tensor = library.select(MatrixTarget.parse(target), CancelToken.NONE);
            return SERVICE.spectrum(tensor, SpectrumOptions.withDefaults(), ProgressListener.NONE, CancelToken.NONE);
        }
    }
}
