package org.eigenscope.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.registry.MatrixFiles;
import org.eigenscope.library.DerivedFile;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a file says a tensor lies: with all other entries' bytes gone, it still reads the same. */
class FileRangeTest {
    private static final Path SAMPLE = Path.of("samples", "digits_b20_s0.safetensors");

    @TempDir
    private Path folder;

    @Test
    void aTensorIsReadFromItsOwnBytesAlone() throws IOException, EigenscopeException {
        FileRange range = MatrixFiles.open(SAMPLE).range("fc2.weight").orElseThrow();
        assertThat(range.length()).isEqualTo(200L * 400 * Float.BYTES);
        Path copy = folder.resolve("copy.safetensors");
        byte[] all = Files.readAllBytes(SAMPLE);
        int header =
                8 + (int) ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN).getLong(0);
        try (RandomAccessFile out = new RandomAccessFile(copy.toFile(), "rw")) {
            out.setLength(all.length);
            out.write(all, 0, header);
            out.seek(range.start());
            out.write(all, (int) range.start(), (int) range.length());
        }
        assertThat(read(copy)).containsExactly(read(SAMPLE));
    }

    @Test
    void whatIsDerivedFromOthersHasNoBytesOfItsOwn() throws EigenscopeException {
        DerivedFile file = DerivedFile.over(MatrixFiles.open(SAMPLE));
        assertThat(file.range("fc2.weight")).isPresent();
        assertThat(file.range("fc2.weight[q]")).isEqualTo(Optional.empty());
        assertThat(file.range("none")).isEqualTo(Optional.empty());
    }

    private static double[] read(Path file) throws EigenscopeException {
        return MatrixFiles.open(file)
                .read("fc2.weight", ProgressListener.NONE, CancelToken.NONE)
                .valuesForReading();
    }
}
