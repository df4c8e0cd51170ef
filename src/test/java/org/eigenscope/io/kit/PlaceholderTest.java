package org.eigenscope.io.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.eigenscope.error.BadInputException;
import org.eigenscope.io.registry.MatrixFiles;
import org.eigenscope.progress.CancelToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholderTest {
    /** By the specification of Git LFS, version 1. */
    private static final String POINTER = "version https://git-lfs.github.com/spec/v1\n"
            + "oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 440473133\n";

    @TempDir
    Path folder;

    static Stream<String> everyEnding() {
        return MatrixFiles.formats().stream().flatMap(format -> format.endings().stream());
    }

    @ParameterizedTest
    @MethodSource("everyEnding")
    void pointerIsCalledOneUnderTheNameOfEveryFormat(String ending) throws Exception {
        Path file = Files.writeString(folder.resolve("model." + ending), POINTER);
        assertThatThrownBy(() -> MatrixFiles.open(file))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("is a Git LFS pointer of a file of 440473133 bytes")
                .hasMessageContaining("git lfs pull");
    }

    @ParameterizedTest
    @MethodSource("everyEnding")
    void webPageIsCalledOneUnderTheNameOfEveryFormat(String ending) throws Exception {
        Path file =
                Files.writeString(folder.resolve("model." + ending), "\n<!DOCTYPE html>\n<html><head></head></html>");
        assertThatThrownBy(() -> MatrixFiles.open(file)).hasMessageContaining("is a web page");
    }

    static Stream<Arguments> otherPlaceholders() {
        return Stream.of(
                Arguments.of("<html lang=\"en\"><body>", "web page"),
                Arguments.of("\uFEFF<!doctype HTML>", "web page"),
                Arguments.of("<!-- saved -->\n<html>", "web page"),
                Arguments.of("<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC>", "web page"),
                Arguments.of(
                        "<?xml version='1.0' encoding='UTF-8'?><Error><Code>AccessDenied</Code></Error>", "refusal"),
                Arguments.of("404: Not Found", "refusal"),
                Arguments.of("Entry not found", "refusal"),
                Arguments.of("{\"error\":\"Repository not found\"}", "refusal"),
                Arguments.of("/annex/objects/SHA256E-s100--ab.npy\n", "git annex get"));
    }

    @ParameterizedTest
    @MethodSource("otherPlaceholders")
    void otherThingsInPlaceOfTheFileAreNamed(String content, String words) {
        assertThat(Placeholder.of(content.getBytes(StandardCharsets.UTF_8)).orElse(""))
                .contains(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"404,1\n2,3\n", "{\"weight_map\":{}}", "version,size\n1,2\n", "<1,2\n3,4", "not found,x\n1,2\n"})
    void otherTextIsNone(String content) {
        assertThat(Placeholder.of(content.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void folderListsAPointerUnderTheFormatOfItsName() throws Exception {
        Path file = Files.writeString(folder.resolve("model.safetensors"), POINTER);
        assertThat(MatrixFiles.recognise(file, CancelToken.NONE)).contains("safetensors");
    }

    @Test
    void companionThatWasNotDownloadedIsNamed() throws Exception {
        Files.writeString(folder.resolve("weights.bin"), POINTER);
        assertThatThrownBy(() -> CompanionFile.beside(folder.resolve("model.onnx"), "weights.bin"))
                .hasMessageStartingWith("its file 'weights.bin' is a Git LFS pointer");
    }
}
