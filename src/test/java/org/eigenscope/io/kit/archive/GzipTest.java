package org.eigenscope.io.kit.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.eigenscope.error.BadInputException;
import org.eigenscope.io.TestFiles;
import org.eigenscope.io.registry.MatrixFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GzipTest {
    private static final int BOMB_BYTES = 128 << 20;

    @TempDir
    Path folder;

    private Path packed(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(content);
        }
        return file;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void aPackedTableIsReadWhateverItIsCalled() throws Exception {
        assertThat(TestFiles.read(packed("table.bin", text("1 2\n3 4\n")), "").get(1, 0))
                .isEqualTo(3);
    }

    @Test
    void whatUnpacksToAbsurdlyMuchIsRefused() throws Exception {
        byte[] zeros = text("0 0\n".repeat(1 << 16));
        Path bomb = folder.resolve("bomb.txt.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
            for (int written = 0; written < BOMB_BYTES; written += zeros.length) {
                out.write(zeros);
            }
        }
        assertThatThrownBy(() -> MatrixFiles.open(bomb).close())
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("unpacks to more than 200 times its size");
    }

    @Test
    void aPackedFileOfAnotherFormatIsRefusedNamingTheKnownOnes() throws Exception {
        byte[] archive = Files.readAllBytes(TestFiles.reference("files/pack.npz"));
        assertThatThrownBy(
                        () -> MatrixFiles.open(packed("pack.npz.gz", archive)).close())
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("no format that can be read");
    }

    @Test
    void aPackedArrayThatEndsEarlyIsRefused() throws Exception {
        byte[] array = Files.readAllBytes(TestFiles.reference("files/c_f8.npy"));
        byte[] cut = Arrays.copyOf(array, array.length - 8);
        assertThatThrownBy(() -> TestFiles.read(packed("c.npy.gz", cut), ""))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("truncated");
    }
}
