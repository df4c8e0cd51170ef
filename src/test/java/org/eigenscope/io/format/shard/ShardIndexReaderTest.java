package org.eigenscope.io.format.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.eigenscope.error.BadInputException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.TestFiles;
import org.eigenscope.io.registry.MatrixFiles;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the entries are, the reference files' test says; here, what is listed and what is refused. */
class ShardIndexReaderTest {
    private static final String INDEX = "sharded/model.safetensors.index.json";
    private static final String FIRST = "model-00001-of-00002.safetensors";

    @TempDir
    Path folder;

    private static String skipped(Path path) throws Exception {
        try (MatrixFile file = MatrixFiles.open(path)) {
            return file.tensors().stream()
                    .filter(tensor -> !tensor.isReadable())
                    .map(tensor -> tensor.name() + ": " + tensor.skipReason().orElseThrow())
                    .collect(Collectors.joining("; "));
        }
    }

    @Test
    void whatIsMissingOrLeadsOutOfTheFolderIsSkipped() throws Exception {
        assertThat(skipped(TestFiles.reference("sharded/faults.index.json")))
                .isEqualTo("layers.9.weight: it is not in its file '" + FIRST + "';"
                        + " lost: its file 'model-00003-of-00002.safetensors' is missing;"
                        + " above: its file '../io/types.safetensors' is not inside the folder;"
                        + " around: its file './../sharded/" + FIRST + "' is not inside the folder;"
                        + " root: its file '/etc/passwd' is not inside the folder;"
                        + " itself: its file 'faults.index.json' is neither safetensors nor PyTorch;"
                        + " text: its file 'README.md' is neither safetensors nor PyTorch;"
                        + " folder: its file '.' is missing");
    }

    @Test
    void missingAndDamagedFilesLeaveTheOthersReadable() throws Exception {
        Path index = Files.copy(TestFiles.reference(INDEX), folder.resolve("model.safetensors.index.json"));
        byte[] first = Files.readAllBytes(TestFiles.reference("sharded/" + FIRST));
        Files.write(folder.resolve(FIRST), java.util.Arrays.copyOf(first, first.length - 10));
        assertThat(skipped(index))
                .contains("layers.0.weight: ", "layers.1.weight: ", "layers.2.weight: its file", "is missing");
        Files.write(folder.resolve(FIRST), first);
        assertThat(TestFiles.read(index, "layers.1.weight").columns()).isEqualTo(5);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void linksToOtherFoldersAreFollowedAsDownloadCachesHaveThem() throws Exception {
        Path store = Files.createDirectories(folder.resolve("blobs"));
        Path snapshot = Files.createDirectories(folder.resolve("snapshots/main"));
        for (String name : new String[] {FIRST, "model.safetensors.index.json"}) {
            Files.copy(TestFiles.reference("sharded/" + name), store.resolve(name + ".blob"));
            Files.createSymbolicLink(snapshot.resolve(name), Path.of("../../blobs", name + ".blob"));
        }
        Path index = snapshot.resolve("model.safetensors.index.json");
        assertThat(TestFiles.read(index, "layers.1.weight").columns()).isEqualTo(5);
    }

    @Test
    void fileThatChangedSinceTheListingIsRefused() throws Exception {
        Path index = Files.copy(TestFiles.reference(INDEX), folder.resolve("model.safetensors.index.json"));
        Path first = Files.copy(TestFiles.reference("sharded/" + FIRST), folder.resolve(FIRST));
        try (MatrixFile file = MatrixFiles.open(index)) {
            Files.write(first, new byte[5000]);
            assertThatThrownBy(() -> file.read("layers.1.weight", ProgressListener.NONE, CancelToken.NONE))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageContaining("has changed since it was opened");
        }
    }

    @Test
    void otherJsonByThatNameIsRefused() throws Exception {
        Path other = Files.writeString(folder.resolve("x.index.json"), "{\"a\": [1, 2]}");
        assertThatThrownBy(() -> MatrixFiles.open(other))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("no index of a model");
    }
}
