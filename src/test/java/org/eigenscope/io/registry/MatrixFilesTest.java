package org.eigenscope.io.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.InsufficientMemoryException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.TestFiles;
import org.eigenscope.io.kit.MappedBlocks;
import org.eigenscope.io.kit.MemoryBudget;
import org.eigenscope.matrix.ElementType;
import org.eigenscope.progress.CancelSource;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatrixFilesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "files/c_f8.npy, npy",
        "files/pack.npz, npz",
        "files/m.safetensors, safetensors",
        "files/plain.csv, 'text (CSV, TSV, TXT)'",
        "files/header.tsv, 'text (CSV, TSV, TXT)'"
    })
    void contentTellsTheFormatWhateverTheName(String name, String format) throws Exception {
        boolean headedByWords = name.endsWith("header.tsv");
        Path renamed = folder.resolve(headedByWords ? "x.csv" : "x.bin");
        Files.copy(TestFiles.reference(name), renamed);
        try (MatrixFile file = MatrixFiles.open(renamed)) {
            assertThat(file.formatName()).isEqualTo(format);
        }
    }

    @Test
    void contentOutranksAWrongName() throws Exception {
        Path renamed = folder.resolve("x.csv");
        Files.copy(TestFiles.reference("files/c_f8.npy"), renamed);
        assertThat(TestFiles.read(renamed, "").rows()).isEqualTo(24);
    }

    @Test
    void missingFileIsRefused() {
        refuses(() -> MatrixFiles.open(folder.resolve("none.npy")), "none.npy does not exist");
    }

    @Test
    void folderIsRefused() {
        refuses(() -> MatrixFiles.open(folder), "is a folder");
    }

    @Test
    void emptyFileIsRefused() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty.npy"));
        refuses(() -> MatrixFiles.open(empty), "is empty");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void deviceIsRefused() {
        refuses(() -> MatrixFiles.open(Path.of("/dev/null")), "not a regular file");
    }

    @Test
    void unknownFormatIsRefusedNamingTheKnownOnes() throws Exception {
        Path strange = Files.write(folder.resolve("x.bin"), new byte[] {1, 2, 3, 0});
        refuses(() -> MatrixFiles.open(strange), "these can: npy, npz, safetensors, ");
    }

    @Test
    void unknownTensorIsRefusedNamingTheKnownOnes() {
        refuses(() -> TestFiles.read("files/pack.npz#gamma"), "no tensor named 'gamma'; it has alpha, beta");
    }

    @Test
    void provenanceNamesFileAndTensor() throws Exception {
        assertThat(TestFiles.read("files/pack.npz#beta").provenance().label()).isEqualTo("pack.npz#beta");
    }

    @Test
    void elementTypeIsTheStoredOne() throws Exception {
        assertThat(TestFiles.read("files/half.npy").elementType()).isEqualTo(ElementType.F16);
    }

    @Test
    void matrixLargerThanAnArrayIsListedButNotRead() throws Exception {
        Path huge = sparse("huge.safetensors", "U8", 65536, 32768);
        try (MatrixFile file = MatrixFiles.open(huge)) {
            assertThat(file.tensors().get(0).shapeText()).isEqualTo("65536×32768");
            assertThatThrownBy(() -> file.read("w", ProgressListener.NONE, CancelToken.NONE))
                    .isInstanceOf(InsufficientMemoryException.class)
                    .hasMessageContaining("2147483648 entries and needs 17.2 GB");
        }
    }

    @Test
    void matrixLargerThanTheHeapIsRefusedBeforeItIsAllocated() {
        long entries = Runtime.getRuntime().maxMemory() / Double.BYTES + 1;
        assertThatThrownBy(() -> MemoryBudget.allocate(Math.min(entries, Integer.MAX_VALUE - 7L), "w"))
                .isInstanceOf(InsufficientMemoryException.class)
                .hasMessageContaining("as doubles, but this program may use");
    }

    @Test
    void fileChangedSinceItWasListedIsRefused() throws Exception {
        Path copy = folder.resolve("x.npy");
        Files.copy(TestFiles.reference("files/c_f8.npy"), copy);
        try (MatrixFile file = MatrixFiles.open(copy)) {
            Files.copy(TestFiles.reference("files/conv.npy"), copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            refuses(() -> file.read("", ProgressListener.NONE, CancelToken.NONE), "has changed since it was opened");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void fileCutWhileItIsReadIsRefused() throws Exception {
        Path path = sparse("cut.safetensors", "F64", 1024, 1024);
        ProgressListener cutter = (stage, fraction) -> {
            if (fraction > 0 && fraction < 1) {
                cut(path);
            }
        };
        try (MatrixFile file = MatrixFiles.open(path)) {
            refuses(() -> file.read("w", cutter, CancelToken.NONE), "changed while it was being read");
        }
    }

    @Test
    void cancelEndsTheReadBetweenBlocks() throws Exception {
        Path path = sparse("long.safetensors", "F64", 1024, 1024);
        CancelSource cancel = new CancelSource();
        List<Double> fractions = new ArrayList<>();
        ProgressListener canceller = (stage, fraction) -> {
            fractions.add(fraction);
            if (fraction > 0) {
                cancel.cancel();
            }
        };
        try (MatrixFile file = MatrixFiles.open(path)) {
            assertThatThrownBy(() -> file.read("w", canceller, cancel)).isInstanceOf(CancelledException.class);
        }
        assertThat(fractions).endsWith(0.125);
    }

    @Test
    void progressRisesFromNothingToAll() throws Exception {
        Path path = sparse("long.safetensors", "F64", 1024, 1024);
        List<Double> fractions = new ArrayList<>();
        try (MatrixFile file = MatrixFiles.open(path)) {
            file.read("w", (stage, fraction) -> fractions.add(fraction), CancelToken.NONE);
        }
        assertThat(fractions).isSorted().startsWith(0.0).endsWith(1.0).hasSizeGreaterThan(8);
    }

    @Test
    void interruptedReadIsACancelledOne() throws Exception {
        try (MatrixFile file = MatrixFiles.open(TestFiles.reference("files/c_f8.npy"))) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> file.read("", ProgressListener.NONE, CancelToken.NONE))
                    .isInstanceOf(CancelledException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void closedFileIsNotRead() throws Exception {
        MatrixFile file = MatrixFiles.open(TestFiles.reference("files/c_f8.npy"));
        file.close();
        refuses(() -> file.read("", ProgressListener.NONE, CancelToken.NONE), "was closed meanwhile");
    }

    @Test
    void windowsOfAMappedRegionJoinWithoutSeams() throws Exception {
        byte[] bytes = new byte[1000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31);
        }
        Path path = Files.write(folder.resolve("x"), bytes);
        byte[] seen = new byte[900];
        try (MappedBlocks blocks = MappedBlocks.open(path, 50, 900, 64)) {
            for (int at = 0; at < seen.length; at += 36) {
                blocks.next(36).get(seen, at, 36);
            }
        }
        assertThat(seen).isEqualTo(java.util.Arrays.copyOfRange(bytes, 50, 950));
    }

    /** A safetensors file of zeros that takes no room on most disks. */
    private Path sparse(String name, String dtype, int rows, int columns) throws Exception {
        long length = (long) rows * columns * ElementType.valueOf(dtype).bytes();
        String header = "{\"w\":{\"dtype\":\"" + dtype + "\",\"shape\":[" + rows + "," + columns
                + "],\"data_offsets\":[0," + length + "]}}";
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        Path path = folder.resolve(name);
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.write(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(json.length)
                    .array());
            file.write(json);
            file.setLength(8 + json.length + length);
        }
        return path;
    }

    private static void cut(Path path) {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(0);
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static void refuses(ThrowingCallable action, String words) {
        assertThatThrownBy(action).isInstanceOf(BadInputException.class).hasMessageContaining(words);
    }
}
