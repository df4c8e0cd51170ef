package org.eigenscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eigenscope.library.MatrixTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplesTest {
    @TempDir
    private Path folder;

    private void create(String... names) throws IOException {
        for (String name : names) {
            Files.createFile(folder.resolve(name));
        }
    }

    @Test
    void theSampleToBeginWithComesFirst() throws IOException {
        create("a.safetensors", "digits_b20_s0.safetensors", "z.safetensors");
        assertThat(Samples.in(folder).get(0))
                .isEqualTo(new MatrixTarget(folder.resolve("digits_b20_s0.safetensors"), Optional.of("fc2.weight")));
    }

    @Test
    void theOthersFollowByName() throws IOException {
        create("b.safetensors", "a.safetensors", "digits_b20_s0.safetensors");
        assertThat(Samples.in(folder).stream()
                        .skip(1)
                        .map(t -> t.file().getFileName().toString()))
                .containsExactly("a.safetensors", "b.safetensors");
    }

    @Test
    void whatIsNoSampleIsLeftOut() throws IOException {
        create("README.md", "make.py");
        assertThat(Samples.in(folder)).isEmpty();
    }

    @Test
    void aMissingFolderHasNoSamples() {
        assertThat(Samples.in(folder.resolve("none"))).isEqualTo(List.of());
    }
}
