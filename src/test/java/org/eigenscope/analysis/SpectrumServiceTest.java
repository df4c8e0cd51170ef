package org.eigenscope.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.library.FakeFile;
import org.eigenscope.library.SelectedTensor;
import org.eigenscope.matrix.ConvolutionFlattening;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.spectrum.SpectrumOptions;
import org.eigenscope.spectrum.solve.SpectrumCalculator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpectrumServiceTest {
    private static final SpectrumOptions OPTIONS = SpectrumOptions.withDefaults();

    @TempDir
    Path folder;

    private final SpectrumService service = new SpectrumService(new SpectrumCalculator());
    private FakeFile file;

    @BeforeEach
    void writeFile() throws IOException {
        Path path = Files.writeString(folder.resolve("net.npz"), "one");
        file = new FakeFile(path, FakeFile.readable("fc", 3, 4), FakeFile.readable("conv", 3, 2, 2, 2));
    }

    @Test
    void aSpectrumIsComputedOnce() throws EigenscopeException {
        Spectrum first = spectrum("fc", OPTIONS);
        assertThat(spectrum("fc", OPTIONS)).isSameAs(first);
        assertThat(file.reads()).isEqualTo(1);
    }

    @Test
    void anotherNormalizationIsAnotherSpectrum() throws EigenscopeException {
        Spectrum raw = spectrum("fc", OPTIONS);
        Spectrum unitMean = spectrum("fc", OPTIONS.withNormalization(Normalization.UNIT_MEAN));
        assertThat(unitMean.positive()).isNotEqualTo(raw.positive());
    }

    @Test
    void aFileThatChangedIsComputedAnew() throws IOException, EigenscopeException {
        spectrum("fc", OPTIONS);
        Files.writeString(file.path(), "longer");
        spectrum("fc", OPTIONS);
        assertThat(file.reads()).isEqualTo(2);
    }

    @Test
    void aConvolutionIsFlattenedByDefault() throws EigenscopeException {
        assertThat(spectrum("conv", OPTIONS).size()).isEqualTo(3);
    }

    @Test
    void aConvolutionPoolsItsSlicesOnRequest() throws EigenscopeException {
        Spectrum pooled = spectrum("conv", OPTIONS.withFlattening(ConvolutionFlattening.POOLED_SLICES));
        assertThat(pooled.size()).isEqualTo(8);
        assertThat(pooled.details().columns()).isEqualTo(2);
    }

    @Test
    void aCancelledRequestIsNotKept() throws EigenscopeException {
        SelectedTensor tensor = SelectedTensor.of(file, Optional.of("fc"));
        assertThatThrownBy(() -> service.spectrum(tensor, OPTIONS, ProgressListener.NONE, () -> true))
                .isInstanceOf(CancelledException.class);
        assertThat(service.known(tensor, OPTIONS)).isEmpty();
        assertThat(spectrum("fc", OPTIONS).size()).isEqualTo(3);
    }

    private Spectrum spectrum(String name, SpectrumOptions options) throws EigenscopeException {
        SelectedTensor tensor = SelectedTensor.of(file, Optional.of(name));
        return service.spectrum(tensor, options, ProgressListener.NONE, CancelToken.NONE);
    }
}
