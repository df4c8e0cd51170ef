package org.eigenscope.io.format.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.registry.MatrixFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitSetTest {
    @TempDir
    private Path folder;

    private Path copied(String name) throws IOException {
        Path to = folder.resolve(name);
        try (InputStream in = SplitSetTest.class.getResourceAsStream("/reference/models/" + name)) {
            Files.copy(in, to);
        }
        return to;
    }

    private static List<String> names(MatrixFile file) {
        return file.tensors().stream().map(TensorInfo::name).toList();
    }

    @ParameterizedTest
    @CsvSource({"split-0000,-of-00003.gguf,3", "part-0000,-of-00002.safetensors,2"})
    void theFirstFileIsListedWithTheTensorsOfAll(String start, String end, int count)
            throws IOException, EigenscopeException {
        for (int part = 2; part <= count; part++) {
            copied(start + part + end);
        }
        MatrixFile file = MatrixFiles.open(copied(start + 1 + end));
        assertThat(names(file)).isEqualTo(List.of("a", "b", "c").subList(0, count));
        assertThat(file.tensors()).allMatch(TensorInfo::isReadable);
    }

    @Test
    void aMissingPartIsNamedAndTheOthersAreRead() throws IOException, EigenscopeException {
        copied("split-00003-of-00003.gguf");
        MatrixFile file = MatrixFiles.open(copied("split-00001-of-00003.gguf"));
        assertThat(names(file)).containsExactly("a", "split-00002-of-00003.gguf", "c");
        assertThat(file.tensors().get(1).skipReason()).contains("part 2 of 3 of the model is missing");
    }

    @Test
    void aDamagedPartIsNamedAndTheOthersAreRead() throws IOException, EigenscopeException {
        copied("split-00003-of-00003.gguf");
        Files.writeString(folder.resolve("split-00002-of-00003.gguf"), "no GGUF");
        MatrixFile file = MatrixFiles.open(copied("split-00001-of-00003.gguf"));
        assertThat(file.tensors().get(1).skipReason()).contains("part 2 of 3 of the model cannot be read");
    }

    @Test
    void aLaterPartAloneIsSaidToBeOne() throws IOException, EigenscopeException {
        MatrixFile file = MatrixFiles.open(copied("split-00002-of-00003.gguf"));
        assertThat(file.formatName()).isEqualTo("GGUF, part 2 of 3");
        assertThat(names(file)).containsExactly("b");
    }
}
