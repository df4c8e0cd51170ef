package org.eigenscope.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eigenscope.error.BadInputException;
import org.eigenscope.io.kit.IoFailures;
import org.eigenscope.io.registry.MatrixFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file costs to list is in proportion to its length. */
class SmallFilesAtGreatCostTest {
    private static final long MOST_BYTES = 100L << 20;

    @TempDir
    private Path folder;

    private Path copy(String hostile, String name) throws Exception {
        Path original =
                Path.of(getClass().getResource("/reference/hostile/" + hostile).toURI());
        return Files.copy(original, folder.resolve(name));
    }

    private static void refusedCheaply(Path file, String reason) {
        long before = allocated();
        assertThatThrownBy(() -> MatrixFiles.open(file))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(reason);
        assertThat(allocated() - before).isLessThan(MOST_BYTES);
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    @ParameterizedTest
    @CsvSource({
        "zip64_count.npz, npz", "zip64_count.npz, pt", "zip64_count.npz, pth", "zip64_count.npz, bin",
        "zip64_count.npz, keras", "zip64_oom.npz, npz", "zip64_oom.npz, pt", "zip64_oom.npz, keras"
    })
    void archiveThatDeclaresEntriesWithoutEndIsRefused(String hostile, String ending) throws Exception {
        refusedCheaply(copy(hostile, "z." + ending), "has room for 1");
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 0xFFFF, 0x7FFF_FFFFL, 0x8000_0000L, 0x1_0000_0001L, Long.MAX_VALUE, -1})
    void everyCountThatTheDirectoryHasNoRoomForIsRefused(long count) throws Exception {
        byte[] archive = Files.readAllBytes(copy("zip64_count.npz", "original.npz"));
        int end64 = new String(archive, StandardCharsets.ISO_8859_1).indexOf("PK\6\6");
        ByteBuffer.wrap(archive)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(end64 + 24, count)
                .putLong(end64 + 32, count);
        refusedCheaply(Files.write(folder.resolve("z.npz"), archive), "has room for 1");
    }

    @Test
    void namesThatGrowFasterThanTheFileAreRefused() throws Exception {
        refusedCheaply(copy("names.pkl", "names.pkl"), "under more names than a file of its size can");
    }

    @Test
    void listOfTensorsThatUnpacksToAThousandTimesItsLengthIsRefused() throws Exception {
        Path file = folder.resolve("z.pt");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("archive/data.pkl"));
            zip.write(new byte[] {(byte) 0x80, 2});
            byte[] lists = new byte[1 << 20];
            java.util.Arrays.fill(lists, (byte) ']');
            for (int i = 0; i < 12; i++) {
                zip.write(lists);
            }
            zip.write('.');
            zip.closeEntry();
        }
        refusedCheaply(file, "its list of tensors unpacks from");
    }

    @Test
    void shardIsListedOnceUnderAllItsSpellings() throws Exception {
        int tensors = 3000;
        Files.write(folder.resolve("s.safetensors"), safetensors(tensors));
        String map = IntStream.range(0, 300)
                .mapToObj(i -> "\"t" + i + "\":\"" + "./".repeat(i) + "s.safetensors\"")
                .collect(Collectors.joining(","));
        Path index =
                Files.writeString(folder.resolve("model.safetensors.index.json"), "{\"weight_map\":{" + map + "}}");
        long before = allocated();
        try (MatrixFile file = MatrixFiles.open(index)) {
            assertThat(file.tensors()).hasSize(300).allMatch(TensorInfo::isReadable);
        }
        assertThat(allocated() - before).isLessThan(MOST_BYTES);
    }

    private static byte[] safetensors(int tensors) throws IOException {
        String header = IntStream.range(0, tensors)
                .mapToObj(i -> "\"t" + i + "\":{\"dtype\":\"F32\",\"shape\":[2,2],\"data_offsets\":[" + 16 * i + ","
                        + 16 * (i + 1) + "]}")
                .collect(Collectors.joining(",", "{", "}"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length())
                .array());
        out.write(header.getBytes(StandardCharsets.US_ASCII));
        out.write(new byte[16 * tensors]);
        return out.toByteArray();
    }

    @Test
    void cellArrayOfNothingByMoreThanAnIntegerHasNoCells() throws Exception {
        Path file = copy("cell_dims.mat", "cell_dims.mat");
        ThrowingCallable listing = () -> MatrixFiles.open(file).close();
        assertThat(org.assertj.core.api.Assertions.catchThrowable(listing))
                .satisfiesAnyOf(
                        nothing -> assertThat(nothing).isNull(),
                        refused -> assertThat(refused).isInstanceOf(BadInputException.class));
    }

    @Test
    void emptyTextOfAFailureIsNoNameOfAClass() {
        assertThat(IoFailures.reason(new java.io.EOFException())).isEqualTo("it ends too early");
        assertThat(IoFailures.reason(new IOException())).doesNotContain("Exception");
    }
}
