package org.eigenscope.io.format.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eigenscope.error.BadInputException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.registry.MatrixFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the entries are, the reference files' test says; here, what is listed and what is refused. */
class TorchReaderTest {
    @TempDir
    Path folder;

    private static Path reference(String name) throws Exception {
        return Path.of(
                TorchReaderTest.class.getResource("/reference/torch/" + name).toURI());
    }

    private static String skipped(String name) throws Exception {
        try (MatrixFile file = MatrixFiles.open(reference(name))) {
            return file.tensors().stream()
                    .filter(tensor -> !tensor.isReadable())
                    .map(tensor -> tensor.name() + " " + tensor.shapeText() + ": "
                            + tensor.skipReason().orElseThrow())
                    .collect(Collectors.joining("; "));
        }
    }

    @Test
    void listingSaysWhyATensorIsSkipped() throws Exception {
        assertThat(skipped("skipped.pt"))
                .isEqualTo("vector 5: 1-D; scalar scalar: a single number; empty 0×4: empty;"
                        + " row 1×4: fewer than 2 rows; meta 2×3: saved without its entries;"
                        + " repeated 2000×2000: a view that spreads 1 stored entries over 4000000");
    }

    @Test
    void storagesThatAreNotThereAndViewsBeyondTheirEndAreSkipped() throws Exception {
        String beyond = " 3×3: it reaches beyond the 9 entries of its storage '0'";
        assertThat(skipped("lies.pt"))
                .isEqualTo("missing 3×3: its storage '../../etc/passwd' is missing from the file; beyond" + beyond
                        + "; negative" + beyond + "; backwards" + beyond + "; overflow" + beyond);
    }

    @Test
    void laterNumberFormatsAreNamed() throws Exception {
        assertThat(skipped("later.pt")).isEqualTo("new 3×5: numbers of type torch.float3");
    }

    @Test
    void whatAPickleAsksToRunIsNotRun() throws Exception {
        Path copy = Files.copy(reference("attack.pt"), folder.resolve("attack.pt"));
        try (MatrixFile file = MatrixFiles.open(copy)) {
            assertThat(file.tensors()).extracting(TensorInfo::name).containsExactly("w");
        }
        assertThat(Files.exists(Path.of("executed"))).isFalse();
        assertThat(Files.exists(folder.resolve("executed"))).isFalse();
    }

    @Test
    void checkpointTellsItsEpochAndItsOptimizersState() throws Exception {
        try (MatrixFile file = MatrixFiles.open(reference("checkpoint.pt"))) {
            assertThat(file.metadata()).containsEntry("epoch", "7").containsEntry("run", "trial");
            assertThat(file.tensors()).extracting(TensorInfo::name).contains("optimizer.state.2.exp_avg_sq");
        }
    }

    @Test
    void wholeModuleAndTorchScriptListTheNamesOfTheStateDictionary() throws Exception {
        List<String> names = List.of("0.weight", "0.bias", "2.weight", "2.bias");
        for (String name : List.of("module.pt", "script.pt")) {
            try (MatrixFile file = MatrixFiles.open(reference(name))) {
                assertThat(file.tensors()).as(name).extracting(TensorInfo::name).isEqualTo(names);
            }
        }
    }

    @Test
    void truncatedLegacyFileListsWhatIsMissing() throws Exception {
        byte[] whole = Files.readAllBytes(reference("views_legacy.pt"));
        Path cut = Files.write(folder.resolve("cut.pt"), Arrays.copyOf(whole, whole.length - 300));
        try (MatrixFile file = MatrixFiles.open(cut)) {
            assertThat(file.tensors())
                    .anySatisfy(
                            tensor -> assertThat(tensor.skipReason().orElse("")).contains("reaches beyond"));
        }
    }

    @Test
    void legacyFileOfALaterPickleProtocolIsKnownByItsContent() throws Exception {
        Path renamed = Files.copy(reference("legacy_protocol4.pt"), folder.resolve("x.bin"));
        try (MatrixFile file = MatrixFiles.open(renamed)) {
            assertThat(file.formatName()).isEqualTo("PyTorch");
        }
    }

    @Test
    void tarArchiveIsRefusedWithAWayOut() throws Exception {
        byte[] tar = new byte[512];
        System.arraycopy(new byte[] {'u', 's', 't', 'a', 'r'}, 0, tar, 257, 5);
        Path old = Files.write(folder.resolve("old.pt"), tar);
        assertThatThrownBy(() -> MatrixFiles.open(old))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("load it there and save it again");
    }

    @Test
    void otherFileByThatNameIsRefused() throws Exception {
        Path other = Files.write(folder.resolve("other.pt"), new byte[] {1, 2, 3});
        assertThatThrownBy(() -> MatrixFiles.open(other))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("is no PyTorch file");
    }
}
