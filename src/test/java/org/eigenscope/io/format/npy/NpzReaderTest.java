package org.eigenscope.io.format.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eigenscope.error.BadInputException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.TestFiles;
import org.eigenscope.io.registry.MatrixFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NpzReaderTest {
    private static final byte[] ARRAY = bytesOf("io/version1.npy");

    @TempDir
    Path folder;

    @Test
    void arraysAreListedInTheArchivesOrder() throws Exception {
        try (MatrixFile file = MatrixFiles.open(TestFiles.reference("io/stored.npz"))) {
            assertThat(file.tensors()).extracting(TensorInfo::name).containsExactly("w", "conv", "bias");
        }
    }

    @Test
    void otherEntriesArePassedOver() throws Exception {
        Path path = archive("w.npy", "notes.txt");
        try (MatrixFile file = MatrixFiles.open(path)) {
            assertThat(file.tensors()).extracting(TensorInfo::name).containsExactly("w");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../w.npy", "/etc/w.npy", "a/../../w.npy", "a\\w.npy", "w\u0007.npy"})
    void suspiciousEntryNamesAreRefused(String name) {
        refuses(() -> MatrixFiles.open(archive(name)), "suspicious name");
    }

    @Test
    void twoEntriesOfOneNameAreRefused() throws Exception {
        byte[] bytes = Files.readAllBytes(archive("v.npy", "w.npy"));
        replace(bytes, "v.npy", "w.npy");
        Path path = Files.write(folder.resolve("twins.npz"), bytes);
        refuses(() -> MatrixFiles.open(path), "two entries named 'w.npy'");
    }

    @Test
    void damagedDataFailTheirChecksum() throws Exception {
        byte[] bytes = Files.readAllBytes(TestFiles.reference("io/stored.npz"));
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf("}") + 80] ^= 1;
        Path path = Files.write(folder.resolve("x.npz"), bytes);
        refuses(() -> TestFiles.read(path, "w"), "checksum is wrong");
    }

    @Test
    void sizeThatCannotComeFromThePackedBytesIsRefused() throws Exception {
        byte[] bytes = Files.readAllBytes(archive("w.npy"));
        int directory = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
        bytes[directory + 27] = 0x40;
        Path path = Files.write(folder.resolve("x.npz"), bytes);
        refuses(() -> MatrixFiles.open(path), "cannot come from");
    }

    @Test
    void entryLargerThanItsArrayIsRefused() throws Exception {
        ByteArrayOutputStream padded = new ByteArrayOutputStream();
        padded.write(ARRAY);
        padded.write(new byte[10]);
        Path path = archive(padded.toByteArray(), "w.npy");
        refuses(() -> MatrixFiles.open(path), "declares an array of 224 bytes in an entry of 234");
    }

    @Test
    void archiveWithoutArraysIsRefused() throws Exception {
        refuses(() -> MatrixFiles.open(archive("notes.txt")), "holds no numpy arrays");
    }

    @Test
    void entryThatIsNoArrayIsRefused() throws Exception {
        refuses(
                () -> MatrixFiles.open(archive("hello".getBytes(StandardCharsets.UTF_8), "w.npy")),
                "not a numpy array");
    }

    private Path archive(String... names) throws IOException {
        return archive(ARRAY, names);
    }

    private Path archive(byte[] content, String... names) throws IOException {
        Path path = folder.resolve("archive.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(content);
            }
        }
        return path;
    }

    private static void replace(byte[] bytes, String from, String to) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        for (int at = text.indexOf(from); at >= 0; at = text.indexOf(from, at + 1)) {
            System.arraycopy(to.getBytes(StandardCharsets.ISO_8859_1), 0, bytes, at, to.length());
        }
    }

    private static byte[] bytesOf(String name) {
        try {
            return Files.readAllBytes(TestFiles.reference(name));
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static void refuses(ThrowingCallable action, String words) {
        assertThatThrownBy(action).isInstanceOf(BadInputException.class).hasMessageContaining(words);
    }
}
