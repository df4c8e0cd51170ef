package org.eigenscope.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.DeflaterOutputStream;
import org.eigenscope.error.BadInputException;
import org.eigenscope.session.input.SessionInputs;
import org.eigenscope.session.json.SessionFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileSessionsTest {
    @TempDir
    private Path folder;

    private static Path hostile(String name) throws Exception {
        return Path.of(HostileSessionsTest.class
                .getResource("/reference/hostile/" + name)
                .toURI());
    }

    @ParameterizedTest
    @CsvSource({
        "same_curve_twice.eigenscope, appears more than twice",
        "kappa_2e9.eigenscope, kappa = 2.147483648E9 is outside",
        "predictor.pdf, 'it declares rows of Columns 2000000000, more than a file of its length has'"
    })
    void whatCannotBeDrawnIsRefusedAsItIsRead(String name, String reason) throws Exception {
        Path file = hostile(name);
        assertThatThrownBy(() -> SessionFile.read(file))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e-300", "0", "-1", "2", "1e300"})
    void aspectRatiosThatNoLawHasAreRefusedAsTheyAreRead(String gamma) throws Exception {
        String text = Files.readString(hostile("kappa_2e9.eigenscope"));
        String changed = text.replaceAll("\"kappa\"\\s*:\\s*2147483648(\\.0)?", "\"kappa\" : 2.0")
                .replaceAll("\"kappa\"\\s*:\\s*2\\.147483648E9", "\"kappa\" : 2.0")
                .replaceAll("\"gamma\"\\s*:\\s*[0-9.]+", "\"gamma\" : " + gamma);
        Path file = Files.writeString(folder.resolve("g.eigenscope"), changed);
        assertThatThrownBy(() -> SessionFile.read(file))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("gamma = ");
    }

    @Test
    void pictureInMorePiecesThanPixelsTakeIsNotReadToItsEnd() throws Exception {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        byte[] chunk = "\0\0\0\0tEXt\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < 100_001; i++) {
            png.write(chunk);
        }
        Path file = Files.write(folder.resolve("a.png"), png.toByteArray());
        assertThatThrownBy(() -> SessionFile.read(file))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("more than 100000 pieces");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<< /DecodeParms << /Col#75mns 2000000000 >> >>",
                "<< /DecodeParms << /Columns 5 0 R >> /Colors 99999999999 >>",
                "<< /Filter [ /FlateDecode /FlateDecode ] >>",
                "<< /Filter [/LZW/Fl] >>"
            })
    void pdfThatWouldCostMoreThanItsLengthIsRefused(String dictionary) throws Exception {
        Path file = Files.writeString(folder.resolve("a.pdf"), "%PDF-1.7\n1 0 obj\n" + dictionary + "\nendobj\n");
        assertThatThrownBy(() -> SessionFile.read(file))
                .isInstanceOf(BadInputException.class)
                .hasMessageMatching("(?s).*(declares rows|packed twice).*");
    }

    @Test
    void pdfThatUnpacksToManyTimesItsLengthIsRefused() throws Exception {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.write("%PDF-1.7\n1 0 obj\n<< /Type /ObjStm /Filter /FlateDecode >>\nstream\n"
                .getBytes(StandardCharsets.ISO_8859_1));
        try (DeflaterOutputStream packed = new DeflaterOutputStream(pdf)) {
            packed.write(new byte[8 << 20]);
        }
        Path file = Files.write(folder.resolve("a.pdf"), pdf.toByteArray());
        assertThatThrownBy(() -> SessionFile.read(file)).hasMessageContaining("64 times its length");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<path d='", "<metadata id='x'>", "<!--"})
    void svgWithAPieceThatIsTooLongToHoldIsRefused(String start) throws Exception {
        Path file = Files.writeString(
                folder.resolve("a.svg"), "<svg xmlns='http://www.w3.org/2000/svg'>" + start + " 1 2".repeat(2 << 20));
        assertThatThrownBy(() -> SessionFile.read(file))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("it is no SVG, or a damaged one");
    }

    @Test
    void sessionIsNotSavedOverItsInput() throws Exception {
        Path matrix = Files.writeString(folder.resolve("m.csv"), "1,2\n3,4\n");
        Session example = ExampleSessions.full();
        SessionInput input = SessionInputs.describe(
                new org.eigenscope.library.MatrixTarget(matrix, java.util.Optional.empty()),
                org.eigenscope.progress.CancelToken.NONE);
        Session session = new Session(
                java.util.Collections.nCopies(example.inputs().size(), input),
                example.conventions(),
                example.panels(),
                example.look(),
                example.page());
        assertThatThrownBy(() -> SessionFile.write(matrix, session)).hasMessageContaining("would be lost");
        assertThat(matrix).hasContent("1,2\n3,4");
    }
}
