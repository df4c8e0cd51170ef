package org.eigenscope.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eigenscope.cli.CommandLineRun;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.format.npy.NpyWriter;
import org.eigenscope.io.registry.MatrixFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command train. */
class TrainCommandTest {
    @TempDir
    private Path folder;

    private CommandLineRun train(String... options) {
        List<String> line = new ArrayList<>(List.of("train", "-o", out().toString()));
        line.addAll(List.of(options));
        if (!line.contains("--net")) {
            line.addAll(List.of("--net", "mlp:8"));
        }
        return CommandLineRun.of(line.toArray(String[]::new));
    }

    private Path out() {
        return folder.resolve("out");
    }

    @Test
    void aRunIsMadeForEachBatchSizeAndSeed() throws IOException {
        CommandLineRun run = train("--batch", "500,1437", "--seeds", "2", "--epochs", "2", "--snapshots", "0,1");
        assertThat(run.code()).isZero();
        assertThat(run.lines()).hasSize(1 + 4 * 3);
        assertThat(run.lines().get(0)).startsWith("run,batch_size,seed,epoch,step,learning_rate,train_loss");
        try (var files = Files.list(out())) {
            assertThat(files).hasSize(12);
        }
    }

    @Test
    void aCheckpointSaysHowItWasTrained() throws EigenscopeException {
        train("--batch", "500", "--epochs", "1", "--lr", "2/batch", "--decay", "5e-4");
        try (MatrixFile file = MatrixFiles.open(out().resolve("digits_mlp-8_b500_s0_e00001.safetensors"))) {
            assertThat(file.metadata())
                    .containsEntry("batch_size", "500")
                    .containsEntry("seed", "0")
                    .containsEntry("epoch", "1")
                    .containsEntry("step", "3")
                    .containsEntry("learning_rate", "0.004")
                    .containsEntry("weight_decay", "5.0E-4")
                    .containsKeys("train_loss", "train_accuracy", "test_accuracy", "run");
            assertThat(file.tensors())
                    .extracting(info -> info.name() + " " + info.shapeText())
                    .contains("fc1.weight 8×64");
        }
    }

    @Test
    void aSurveyFindsTheAttributes() {
        train("--batch", "500", "--epochs", "1", "--snapshots", "1");
        CommandLineRun run = CommandLineRun.of("survey", out().toString(), "--min-n", "1000", "--format", "jsonl");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("\"batch_size\":\"500\"").contains("\"test_accuracy\":\"0.");
    }

    @Test
    void aFinishedRunIsNotTrainedAgain() throws IOException {
        train("--batch", "500", "--epochs", "1");
        Path file = out().resolve("digits_mlp-8_b500_s0_e00001.safetensors");
        var time = Files.getLastModifiedTime(file);
        CommandLineRun again = train("--batch", "500", "--epochs", "1");
        assertThat(again.out()).isEmpty();
        assertThat(again.err()).contains("1 run: 0 trained, 1 found");
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(time);
    }

    @Test
    void aStoppedRunGoesOnToTheSameBits() throws IOException {
        train("--batch", "500", "--epochs", "4", "--snapshots", "0,2");
        Path last = out().resolve("digits_mlp-8_b500_s0_e00004.safetensors");
        byte[] whole = Files.readAllBytes(last);
        Files.delete(last);
        CommandLineRun again = train("--batch", "500", "--epochs", "4", "--snapshots", "0,2");
        assertThat(again.code()).isZero();
        assertThat(last).hasBinaryContent(whole);
    }

    @Test
    void otherSettingsInTheSameFolderAreRefused() {
        train("--batch", "500", "--epochs", "1");
        CommandLineRun other = train("--batch", "500", "--epochs", "1", "--lr", "0.5");
        assertThat(other.code()).isEqualTo(3);
        assertThat(other.err()).contains("is of another training: its rate is 0.02, not 0.5");
    }

    @Test
    void aRunThatDivergesEndsAndTheOthersGoOn() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        npy(data.resolve("X.npy"), List.of(4, 1), 1e30, 2e30, -1e30, 3e30);
        npy(data.resolve("y.npy"), List.of(4), 0, 1, 0, 1);
        CommandLineRun run = CommandLineRun.of(
                "train",
                "--net",
                "mlp:4",
                "--data",
                data.toString(),
                "--lr",
                "1e6",
                "--batch",
                "1,4",
                "--loss",
                "squared",
                "--epochs",
                "3",
                "-o",
                out().toString());
        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err()).contains("at a learning rate of 1000000.0").contains("2 runs: 0 trained, 0 found");
        assertThat(out().resolve("data_mlp-4_b1_s0_e00000.safetensors")).exists();
    }

    private static void npy(Path file, List<Integer> shape, double... values) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            NpyWriter.write(out, values, shape);
        }
    }

    @Test
    void jsonHasOneObjectALine() {
        CommandLineRun run = train("--batch", "500", "--epochs", "1", "--json");
        assertThat(run.lines()).hasSize(2).allMatch(line -> line.startsWith("{\"run\":\"digits_mlp-8_b500_s0\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--epochs 1 --batch 0",
                "--epochs -1",
                "--epochs 1 --momentum 1",
                "--epochs 1 --decay nan",
                "--epochs 1 --loss hinge",
                "--epochs 1 --label-noise 1.5",
                "--epochs 1 --label-noise 0.1 --random-labels",
                "--epochs 2 --snapshots 3",
                "--epochs 2 --snapshots soon",
                "--epochs 2 --seeds 0"
            })
    void whatCannotBeIsRefusedBeforeAnythingIsMade(String options) {
        CommandLineRun run = train(options.split(" "));
        assertThat(run.code()).isEqualTo(2);
        assertThat(out()).doesNotExist();
    }

    @Test
    void negativeEpochsAreCalledSo() {
        assertThat(train("--epochs", "-1").err()).contains("--epochs = -1 is negative");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--epochs 1 --batch 1438",
                "--epochs 1 --lr 0",
                "--epochs 1 --lr 1e9",
                "--epochs 1 --schedule soon",
                "--epochs 1 --net mlp:0",
                "--epochs 1 --net vgg",
                "--epochs 1 --net mlp:8+low-rank:9",
                "--epochs 1 --net mlp:1000000,1000000",
                "--epochs 1 --net mlp:1000000,900",
                "--epochs 1 --data nowhere"
            })
    void whatDoesNotSuitTheDataOrTheMachineIsRefusedBeforeAnythingIsMade(String options) {
        CommandLineRun run = train(options.split(" "));
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).doesNotContain("bug").contains("eigenscope: ");
        assertThat(out()).doesNotExist();
    }
}
