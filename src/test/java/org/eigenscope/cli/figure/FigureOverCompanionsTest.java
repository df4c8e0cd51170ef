package org.eigenscope.cli.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eigenscope.cli.CommandLineRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No figure is written over a file that its input names, under whatever ending that file hides. */
class FigureOverCompanionsTest {
    private static final int BAD_INPUT = 3;

    @TempDir
    private Path folder;

    private Path copy(String reference, String name) throws Exception {
        return Files.copy(Path.of(CommandLineRun.reference(reference)), folder.resolve(name));
    }

    private void requireKept(Path companion, String... command) throws Exception {
        byte[] before = Files.readAllBytes(companion);
        CommandLineRun run = CommandLineRun.of(command);
        assertThat(run.code()).as(run.err()).isEqualTo(BAD_INPUT);
        assertThat(run.err()).contains("would be lost");
        assertThat(companion).hasBinaryContent(before);
    }

    @Test
    void shardOfAnIndexIsKept() throws Exception {
        Path shard = copy("files/m.safetensors", "s.csv");
        String tensor = firstTensor(shard);
        Path index =
                Files.writeString(folder.resolve("x.index.json"), "{\"weight_map\": {\"" + tensor + "\": \"s.csv\"}}");
        requireKept(shard, "figure", index + "#" + tensor, "--no-laws", "-o", shard.toString());
    }

    @Test
    void shardOfASessionsInputIsKept() throws Exception {
        Path shard = copy("files/m.safetensors", "s.csv");
        String tensor = firstTensor(shard);
        Path index =
                Files.writeString(folder.resolve("x.index.json"), "{\"weight_map\": {\"" + tensor + "\": \"s.csv\"}}");
        Path session = folder.resolve("f.eigenscope");
        assertThat(CommandLineRun.of("figure", index + "#" + tensor, "--no-laws", "-o", session.toString())
                        .code())
                .isZero();
        requireKept(shard, "figure", "--session", session.toString(), "-o", shard.toString());
    }

    @Test
    void settingsBesideAModelAreKept() throws Exception {
        Path model = copy("files/m.safetensors", "model.safetensors");
        Path settings = Files.writeString(folder.resolve("config.json"), "{\"hidden_size\": 8}");
        requireKept(settings, "figure", model + "#" + firstTensor(model), "--no-laws", "-o", settings.toString());
    }

    private static String firstTensor(Path file) {
        String json = CommandLineRun.of("info", file.toString(), "--json").out();
        return json.replaceAll("(?s).*?\"name\"\\s*:\\s*\"([^\"]*)\".*", "$1");
    }
}
