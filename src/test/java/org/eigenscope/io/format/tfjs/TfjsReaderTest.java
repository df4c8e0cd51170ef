package org.eigenscope.io.format.tfjs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.eigenscope.error.BadInputException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.registry.MatrixFiles;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TfjsReaderTest {
    @TempDir
    Path folder;

    @Test
    void aWeightAcrossTheEndOfAFileIsReadFromBoth() throws Exception {
        byte[] bytes = floats(1, 2, 3, 4);
        Files.write(folder.resolve("a.bin"), Arrays.copyOf(bytes, 7));
        Files.write(folder.resolve("b.bin"), Arrays.copyOfRange(bytes, 7, 16));
        try (MatrixFile file = model("[\"a.bin\",\"b.bin\"]", weight("w", "float32", ""))) {
            assertThat(file.read("w", ProgressListener.NONE, CancelToken.NONE).valuesForReading())
                    .containsExactly(1, 2, 3, 4);
        }
    }

    @Test
    void quantisedBytesAreScaledAndShifted() throws Exception {
        Files.write(folder.resolve("a.bin"), new byte[] {0, 1, (byte) 200, (byte) 255});
        String rule = ",\"quantization\":{\"dtype\":\"uint8\",\"scale\":0.5,\"min\":-3}";
        try (MatrixFile file = model("[\"a.bin\"]", weight("w", "float32", rule))) {
            assertThat(file.read("w", ProgressListener.NONE, CancelToken.NONE).valuesForReading())
                    .containsExactly(-3, -2.5, 97, 124.5);
        }
    }

    @Test
    void aManifestAloneIsReadAsOlderVersionsWroteIt() throws Exception {
        Files.write(folder.resolve("a.bin"), floats(1, 2, 3, 4));
        String manifest = "[{\"weights\":[" + weight("w", "float32", "") + "],\"paths\":[\"a.bin\"]}]";
        Path path = Files.writeString(folder.resolve("net-weights_manifest.json"), manifest);
        try (MatrixFile file = MatrixFiles.open(path)) {
            assertThat(file.tensors().get(0).isReadable()).isTrue();
        }
    }

    @Test
    void aMissingFileIsNamed() throws Exception {
        assertThat(reason("[\"gone.bin\"]")).contains("'gone.bin' is missing");
    }

    @Test
    void aFileOutsideTheFolderIsNotFollowed() throws Exception {
        assertThat(reason("[\"../secret.bin\"]")).contains("not inside the folder");
        assertThat(reason("[\"/etc/passwd\"]")).contains("not inside the folder");
    }

    @Test
    void aFileThatEndsEarlyIsSaid() throws Exception {
        Files.write(folder.resolve("a.bin"), new byte[15]);
        assertThat(reason("[\"a.bin\"]")).contains("end before it");
    }

    @Test
    void whatFollowsAStringIsSkippedBecauseItsPlaceIsNotTold() throws Exception {
        Files.write(folder.resolve("a.bin"), new byte[64]);
        try (MatrixFile file = model("[\"a.bin\"]", weight("s", "string", "") + "," + weight("w", "float32", ""))) {
            assertThat(file.tensors().get(1).skipReason().orElseThrow()).contains("behind 's'");
        }
    }

    @Test
    void anAbsurdShapeIsRefused() {
        String weight = "{\"name\":\"w\",\"dtype\":\"float32\",\"shape\":[-1,2]}";
        assertThatThrownBy(() -> model("[\"a.bin\"]", weight)).isInstanceOf(BadInputException.class);
    }

    private String reason(String paths) throws Exception {
        try (MatrixFile file = model(paths, weight("w", "float32", ""))) {
            return file.tensors().get(0).skipReason().orElseThrow();
        }
    }

    private static String weight(String name, String dtype, String more) {
        return "{\"name\":\"" + name + "\",\"shape\":[2,2],\"dtype\":\"" + dtype + "\"" + more + "}";
    }

    private MatrixFile model(String paths, String weights) throws Exception {
        String text =
                "{\"modelTopology\":{},\"weightsManifest\":[{\"paths\":" + paths + ",\"weights\":[" + weights + "]}]}";
        return MatrixFiles.open(Files.writeString(folder.resolve("model.json"), text));
    }

    private static byte[] floats(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return bytes.array();
    }
}
