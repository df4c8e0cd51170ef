package org.eigenscope.study.attribute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttributeReaderTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "run7/checkpoint-3000/model.safetensors, step, 3000",
        "run7/checkpoint-3000/model.safetensors, run, run7",
        "pythia/step3000/pytorch_model.bin, step, 3000",
        "pythia/step3000/pytorch_model.bin, model, pythia",
        "epoch_05.pt, epoch, 5",
        "net_epoch=12-step=3400.ckpt, epoch, 12",
        "net_epoch=12-step=3400.ckpt, step, 3400",
        "digits_b100_s0.safetensors, batch_size, 100",
        "digits_b100_s0.safetensors, seed, 0",
        "digits_b100_s0.safetensors, model, digits",
        "lenet_fmnist_b32_10_2.pt, model, lenet",
        "lenet_fmnist_b32_10_2.pt, data, fmnist",
        "lenet_fmnist_b32_10_2.pt, batch_size, 32",
        "lenet_fmnist_b32_10_2.pt, epoch, 10",
        "lenet_fmnist_b32_10_2.pt, repeat, 2",
        "lr0.001/seed_3/last.pt, learning_rate, 0.001",
        "lr0.001/seed_3/last.pt, seed, 3",
        "ckpt_000100.safetensors, step, 100",
        "basic_model.pt, batch_size, ''",
        "resnet50.pth, step, ''"
    })
    void namesOfFilesTell(String file, String name, String value) throws BadInputException {
        assertThat(read(Path.of("somewhere").resolve(file)).values().getOrDefault(name, ""))
                .isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "a/run1/checkpoint-100/model.safetensors, a/run1/checkpoint-900/model.safetensors, true",
        "a/run1/checkpoint-100/model.safetensors, a/run2/checkpoint-100/model.safetensors, false",
        "a/lenet_fmnist_b32_10_2.pt, a/lenet_fmnist_b32_20_2.pt, true",
        "a/lenet_fmnist_b32_10_2.pt, a/lenet_fmnist_b32_10_3.pt, false",
        "a/net_s1_epoch_3.pt, a/net_s1_epoch_30.pt, true",
        "a/digits_b5_s0.safetensors, a/digits_b5_s1.safetensors, false"
    })
    void checkpointsOfOneRunHaveOneRun(String one, String other, boolean same) throws BadInputException {
        String run = read(Path.of(one)).values().get("run");
        assertThat(run.equals(read(Path.of(other)).values().get("run"))).isEqualTo(same);
    }

    /** Files of the system that never end say that they are of no length. */
    @Test
    void tableOfNoLengthIsNotLookedInto() throws Exception {
        Path table = Files.createFile(folder.resolve("empty.csv"));
        assertThatThrownBy(() -> TextRecords.read(table)).hasMessageContaining("empty.csv is empty");
    }

    @Test
    void whatTheFileSaysCountsMoreThanItsName() throws BadInputException {
        FileAttributes found = new AttributeReader(Optional.empty(), Optional.empty())
                .read(Path.of("epoch_05.pt"), "PyTorch", Map.of("epoch", "6", "accuracy", "0.9"));
        assertThat(found.values()).containsEntry("epoch", "6").containsEntry("accuracy", "0.9");
    }

    @Test
    void settingsOfAFormatAreNoAttributes() throws BadInputException {
        FileAttributes found = new AttributeReader(Optional.empty(), Optional.empty())
                .read(Path.of("m.gguf"), "GGUF", Map.of("general.architecture", "llama", "step", "7"));
        assertThat(found.values()).containsEntry("step", "7").doesNotContainKey("general_architecture");
    }

    @Test
    void trainerStateGivesTheLastValuesUpToItsStep() throws IOException, BadInputException {
        Path checkpoint = Files.createDirectories(folder.resolve("checkpoint-200"));
        Files.writeString(checkpoint.resolve("trainer_state.json"), """
                {"global_step": 200, "epoch": 1.5, "is_hyper_param_search": false, "log_history": [
                  {"step": 100, "loss": 2.0, "learning_rate": 0.1},
                  {"step": 200, "loss": 1.0}, {"step": 200, "eval_accuracy": 0.75},
                  {"step": 300, "loss": 0.5}]}
                """);
        FileAttributes found = read(checkpoint.resolve("model.safetensors"));
        assertThat(found.values())
                .containsEntry("step", "200")
                .containsEntry("epoch", "1.5")
                .containsEntry("loss", "1.0")
                .containsEntry("eval_accuracy", "0.75")
                .containsEntry("learning_rate", "0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1,2", "{\"global_step\": \"x\"}", "{\"log_history\": [[[]]]}", "\0"})
    void brokenTrainerStateIsNoFailure(String text) throws IOException, BadInputException {
        Files.writeString(folder.resolve("trainer_state.json"), text);
        assertThat(read(folder.resolve("model.safetensors")).values()).doesNotContainKey("loss");
    }

    @Test
    void patternsAreGroupsOrFields() throws BadInputException {
        Path file = Path.of("x/resnet_cifar_b32_7.pt");
        assertThat(pattern("b(?<batch_size>\\d+)_(?<epoch>\\d+)", file).values())
                .containsEntry("batch_size", "32")
                .containsEntry("epoch", "7");
        assertThat(pattern("{net}_{data}_b{batch}_{epoch}", file).values())
                .containsEntry("net", "resnet")
                .containsEntry("data", "cifar")
                .containsEntry("batch_size", "32")
                .containsEntry("epoch", "7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(?<a>[", "\\d+", "(?<a>x)(?<a>y)"})
    void patternsThatAreNoneAreRefused(String text) {
        assertThatThrownBy(() -> NamePattern.parse(text)).isInstanceOf(BadInputException.class);
    }

    @Test
    void patternThatNeverEndsIsGivenUp() throws BadInputException {
        NamePattern endless = NamePattern.parse("(?<a>(x+x+)+y\\2)");
        assertThatThrownBy(() -> endless.attributes(Path.of("x".repeat(60))))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("takes too long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file,test_accuracy\nrun1/net.pt,0.9\n",
                "epoch\tfile\ttest_accuracy\n3\tnet\t0.9\n",
                "[{\"path\": \"run1/net.pt\", \"test_accuracy\": 0.9}]",
                "checkpoint;test_accuracy\nrun1;0.9\n",
                "{\"name\": \"net.pt\", \"test_accuracy\": 0.9}\n"
            })
    void tablesJoinByTheNameOfTheFileOrItsFolder(String text) throws IOException, BadInputException {
        AttributeReader reader = table(text);
        assertThat(reader.read(folder.resolve("run1/net.pt"), "", Map.of()).values())
                .containsEntry("test_accuracy", "0.9");
        assertThat(reader.remarks()).isEmpty();
    }

    @Test
    void rowsOfNoFileAndFilesOfTwoRowsAreSaid() throws IOException, BadInputException {
        AttributeReader reader = table("file,accuracy\na.pt,0.1\na.pt,0.2\nb.pt,0.3\n");
        assertThat(reader.read(folder.resolve("a.pt"), "", Map.of()).values()).doesNotContainKey("accuracy");
        assertThat(String.join("\n", reader.remarks()))
                .contains("1 of 2 rows are of no file here, such as b.pt", "differ are of a.pt");
    }

    @Test
    void whatIsTypedCountsMostAndEmptyTakesAway() throws BadInputException {
        FileAttributes edited =
                read(Path.of("net_b32.pt")).edited("Batch Size", "64").edited("model", "");
        assertThat(edited.values()).containsEntry("batch_size", "64").doesNotContainKey("model");
        assertThat(edited.byName().get("batch_size").origin()).isEqualTo(AttributeOrigin.EDITED);
    }

    private static FileAttributes read(Path file) throws BadInputException {
        return new AttributeReader(Optional.empty(), Optional.empty()).read(file, "", Map.of());
    }

    private static FileAttributes pattern(String text, Path file) throws BadInputException {
        return new AttributeReader(Optional.of(NamePattern.parse(text)), Optional.empty()).read(file, "", Map.of());
    }

    private AttributeReader table(String text) throws IOException, BadInputException {
        Path file = Files.writeString(folder.resolve("table.txt"), text);
        return new AttributeReader(Optional.empty(), Optional.of(AttributeTable.read(file)));
    }
}
