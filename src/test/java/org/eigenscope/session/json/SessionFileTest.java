package org.eigenscope.session.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.eigenscope.cli.StandardError;
import org.eigenscope.error.BadInputException;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.Panel;
import org.eigenscope.figure.Sheet;
import org.eigenscope.figure.export.FigureWriter;
import org.eigenscope.figure.export.page.Attachment;
import org.eigenscope.figure.export.page.FigureFormat;
import org.eigenscope.figure.export.page.PagePreset;
import org.eigenscope.figure.export.page.PageStyle;
import org.eigenscope.session.ExampleSessions;
import org.eigenscope.session.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionFileTest {
    private static final Session SESSION = ExampleSessions.full();
    private static final int DAMAGES = 30;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"pdf", "svg", "png", "tex", "eigenscope"})
    void readsWhatItWrote(String ending) throws Exception {
        assertThat(SessionFile.read(file("whole." + ending, whole(ending)))).isEqualTo(SESSION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pdf", "svg", "png", "tex", "eigenscope"})
    void damagedFileIsReadOrRefusedInOneSentenceAndNothingElseIsSaid(String ending) throws Exception {
        List<Path> files = new ArrayList<>();
        for (byte[] damaged : damaged(whole(ending))) {
            files.add(file(files.size() + "." + ending, damaged));
        }
        String said = StandardError.during(() -> files.forEach(file -> {
            Throwable refusal = catchThrowable(() -> SessionFile.read(file));
            if (refusal != null) {
                requireSentence(refusal, file);
            }
        }));
        assertThat(said).isEmpty();
    }

    private static void requireSentence(Throwable refusal, Path file) {
        assertThat(refusal).isInstanceOf(BadInputException.class);
        assertThat(refusal.getMessage().lines()).hasSize(1);
        assertThat(refusal.getMessage())
                .startsWith(file.toString())
                .endsWith(".")
                .doesNotEndWith("..")
                .doesNotContain("Exception", "null", "java");
    }

    /** Cut short, with bytes changed, and nothing like it. */
    private static List<byte[]> damaged(byte[] whole) {
        Random random = new Random(5);
        List<byte[]> damaged =
                new ArrayList<>(List.of(new byte[0], new byte[100], "%PDF-1.7\n[[".getBytes(StandardCharsets.UTF_8)));
        for (int i = 0; i < DAMAGES; i++) {
            damaged.add(Arrays.copyOf(whole, random.nextInt(whole.length)));
            byte[] changed = whole.clone();
            for (int k = 0; k < 1 + i * i; k++) {
                changed[16 + random.nextInt(whole.length - 16)] = (byte) random.nextInt();
            }
            damaged.add(changed);
        }
        byte[] noise = new byte[2000];
        random.nextBytes(noise);
        damaged.add(noise);
        return damaged;
    }

    @ParameterizedTest
    @CsvSource({
        "png, pdf, it is no PDF.",
        "pdf, png, it is no PNG.",
        "png, svg, 'it is no SVG, or a damaged one.'",
        "png, eigenscope, it is no text in UTF-8."
    })
    void fileThatIsSomethingElseIsRefusedAsWhatItIsNot(String content, String ending, String reason) throws Exception {
        Path file = file("other." + ending, whole(content));
        assertThatThrownBy(() -> SessionFile.read(file))
                .isInstanceOf(BadInputException.class)
                .hasMessage(file + " cannot be read as a session: " + reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pdf", "svg", "png", "tex", "eigenscope"})
    void emptyFileAndFolderAreCalledWhatTheyAre(String ending) throws Exception {
        Path empty = file("empty." + ending, new byte[0]);
        Path inner = Files.createDirectory(folder.resolve("folder." + ending));
        assertThatThrownBy(() -> SessionFile.read(empty)).hasMessage(empty + " is empty.");
        assertThatThrownBy(() -> SessionFile.read(inner)).hasMessage(inner + " is a folder, not a session.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pdf", "svg", "png", "tex", "eigenscope"})
    void enormousFileIsNotRead(String ending) throws IOException {
        Path huge = folder.resolve("huge." + ending);
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(1L << 30);
        }
        assertThatThrownBy(() -> SessionFile.read(huge))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("too long");
    }

    @Test
    void refusalOfTheSessionItselfNamesTheFile() throws IOException {
        Path file = file(
                "new.eigenscope",
                "{\"format\":\"eigenscope-session\",\"version\":99}".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> SessionFile.read(file))
                .hasMessageStartingWith(file + " cannot be opened, as the session is of version 99;");
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static byte[] whole(String ending) throws IOException, BadInputException {
        String text = new SessionJson().write(SESSION);
        if (ending.equals("eigenscope")) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Sheet sheet = Sheet.of(Panel.of(FigureSpec.EMPTY.withTitle("a figure")));
        Attachment attachment = new Attachment("title", "words", Optional.of(text));
        PageStyle style = PageStyle.of(PagePreset.ICML).withDpi(72);
        FigureWriter.write(sheet, style, attachment, FigureFormat.of(Path.of("a." + ending)), out);
        return out.toByteArray();
    }
}
