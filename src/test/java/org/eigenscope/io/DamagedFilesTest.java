package org.eigenscope.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.error.InsufficientMemoryException;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However a file is damaged, reading it ends in a matrix or in a sentence for the user. */
class DamagedFilesTest {
    private static final int MUTANTS = 400;
    private static final byte[] EXTREMES = {0, 1, 0x7F, (byte) 0x80, (byte) 0xFF};

    @TempDir
    Path folder;

    private Path damaged;

    @BeforeEach
    void nameTheDamagedFile() {
        damaged = folder.resolve("damaged.bin");
    }

    /** One file of each format and storage variant, small enough for every prefix to be tried. */
    static Stream<String> smallFiles() {
        return Stream.of(
                "io/version1.npy",
                "io/version3.npy",
                "io/fortran3.npy",
                "io/structured.npy",
                "io/object.npy",
                "io/stored.npz",
                "io/deflated.npz",
                "io/zip64.npz",
                "io/types.safetensors",
                "io/savetxt.txt",
                "io/trailing.csv");
    }

    static Stream<String> allFiles() {
        return Stream.concat(smallFiles(), Stream.of("files/semi.csv", "files/header.tsv", "files/m.safetensors"));
    }

    @ParameterizedTest
    @MethodSource("smallFiles")
    void everyTruncationEndsInAMatrixOrASentence(String name) throws Exception {
        byte[] whole = Files.readAllBytes(TestFiles.reference(name));
        for (int length = 0; length < whole.length; length++) {
            survives(Arrays.copyOf(whole, length), name + " cut to " + length);
        }
    }

    @ParameterizedTest
    @MethodSource("allFiles")
    void everyBitFlipEndsInAMatrixOrASentence(String name) throws Exception {
        byte[] whole = Files.readAllBytes(TestFiles.reference(name));
        Random random = new Random(name.hashCode());
        for (int mutant = 0; mutant < MUTANTS; mutant++) {
            byte[] bytes = whole.clone();
            int flips = 1 + random.nextInt(3);
            for (int flip = 0; flip < flips; flip++) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            survives(bytes, name + " mutant " + mutant);
        }
    }

    @ParameterizedTest
    @MethodSource("allFiles")
    void everyExtremeFieldEndsInAMatrixOrASentence(String name) throws Exception {
        byte[] whole = Files.readAllBytes(TestFiles.reference(name));
        Random random = new Random(name.hashCode());
        for (int mutant = 0; mutant < MUTANTS; mutant++) {
            byte[] bytes = whole.clone();
            int at = random.nextInt(bytes.length);
            int width = 1 << random.nextInt(4);
            byte extreme = EXTREMES[random.nextInt(EXTREMES.length)];
            Arrays.fill(bytes, at, Math.min(at + width, bytes.length), extreme);
            survives(bytes, name + " with " + width + " bytes of " + extreme + " at " + at);
        }
    }

    private void survives(byte[] bytes, String what) throws IOException {
        Files.write(damaged, bytes);
        try (MatrixFile file = MatrixFiles.open(damaged)) {
            for (TensorInfo tensor : file.tensors()) {
                readIfPossible(file, tensor, what);
            }
        } catch (BadInputException refused) {
            assertThat(refused).as(what).hasMessageMatching("(?s).{15,}\\.");
        } catch (EigenscopeException unexpected) {
            throw new AssertionError(what, unexpected);
        } catch (RuntimeException | Error bug) {
            throw new AssertionError(what, bug);
        }
    }

    private static void readIfPossible(MatrixFile file, TensorInfo tensor, String what) throws EigenscopeException {
        try {
            assertThat(file.read(tensor.name(), ProgressListener.NONE, CancelToken.NONE)
                            .columns())
                    .as(what)
                    .isEqualTo((int) tensor.columns());
        } catch (BadInputException | InsufficientMemoryException refused) {
            assertThat(refused).as(what).hasMessageMatching("(?s).{15,}\\.");
        }
    }
}
