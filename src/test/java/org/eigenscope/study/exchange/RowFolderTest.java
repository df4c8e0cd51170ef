package org.eigenscope.study.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.eigenscope.cli.CommandLineRun;
import org.eigenscope.error.BadInputException;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.study.Cells;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyKey;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.exchange.ExchangedRow.FileVersion;
import org.eigenscope.study.store.StudyStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowFolderTest {
    private static final String DIGEST = "0123456789abcdef".repeat(4);

    @TempDir
    private Path folder;

    @BeforeEach
    void markFolder() throws IOException {
        Files.writeString(folder.resolve(RowFolder.MARK), RowFolder.VERSION + "\n");
        Files.createDirectories(folder.resolve("_lines/run"));
        Files.createDirectories(folder.resolve("_rows"));
    }

    private static ExchangedRow row(String source, double kappa, long written) {
        Cells cells = new Cells(Map.of(
                Column.SOURCE, source, Column.TENSOR, "w", Column.KAPPA, kappa, Column.N, 3L, Column.LAW, "htmp"));
        StudyRow row = new StudyRow(0, new StudyKey(DIGEST, "c", "o"), cells, Map.of("batch_size", "32"));
        double[] values = {Math.nextUp(0.1), 1.0 / 3, 1e300};
        Spectrum spectrum =
                Spectrum.of(values, new Spectrum.Details(3, 4, Spectrum.Source.GRAM, Normalization.RAW, 1e-9, "EJML"));
        return new ExchangedRow(row, Optional.of(spectrum), new FileVersion(100, 200), written);
    }

    private void lines(String name, String text) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.1",
        "0.30000000000000004",
        "4.9E-324",
        "1.7976931348623157E308",
        "Infinity",
        "-Infinity",
        "-0.0",
        "1.0"
    })
    void numbersComeBackToTheLastBit(double kappa) throws BadInputException {
        ExchangedRow row = row("a.npy", kappa, 1);
        ExchangedRow back = RowLines.read(RowLines.write(row));
        assertThat(back.row()).isEqualTo(row.row());
        assertThat(back.file()).isEqualTo(row.file());
        assertThat(back.spectrum().orElseThrow().computed())
                .containsExactly(row.spectrum().orElseThrow().computed());
        assertThat(back.spectrum().orElseThrow().details())
                .isEqualTo(row.spectrum().orElseThrow().details());
    }

    @Test
    void theLaterOfTwoRowsOfAMatrixCounts() throws IOException, BadInputException {
        lines("_lines/run/part-00000.gz", RowLines.write(row("/x/a.npy", 1, 10)) + "\n");
        Files.writeString(folder.resolve("_rows/" + DIGEST + ".json"), RowLines.write(row("/x/a.npy", 2, 11)) + "\n");
        Files.writeString(folder.resolve("_rows/_" + DIGEST + ".json-7"), "half of a row that is being wri");
        try (StudyStore study = StudyStore.inMemory()) {
            assertThat(RowFolder.open(folder).copyInto(study, Path::toString)).isEqualTo(1);
            assertThat(study.rows()).extracting(row -> row.number("kappa")).containsExactly(2.0);
            assertThat(study.spectrum(DIGEST, "c")).isPresent();
        }
    }

    @Test
    void filesElsewhereKeepTheirAddressAndOthersAreNamedByTheStudy() throws IOException, BadInputException {
        String text = Arrays.asList("/x/a.npy", "s3a://bucket/b.npy", "hdfs:/c.npy").stream()
                .map(source -> RowLines.write(row(source, 1, 10)))
                .collect(Collectors.joining("\n"));
        lines("_lines/run/part-00000.gz", text);
        try (StudyStore study = StudyStore.inMemory()) {
            RowFolder.open(folder).copyInto(study, path -> "named/" + path.getFileName());
            assertThat(study.rows())
                    .extracting(row -> row.text("source"))
                    .containsExactly("named/a.npy", "s3a://bucket/b.npy", "hdfs:/c.npy");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "no json | A line is no JSON",
                "[1] | A line is no JSON object",
                "{} | no text \"content\"",
                "{\"content\":\"x\",\"convention\":\"c\",\"options\":\"o\"} | no SHA-256",
                "{\"content\":\"\",\"convention\":\"c\",\"options\":\"o\",\"cells\":{\"kappa\":\"much\"}} | \"kappa\" is not of",
                "{\"content\":\"\",\"convention\":\"c\",\"options\":\"o\",\"cells\":{\"n\":1.5}} | \"n\" is not of",
                "{\"content\":\"\",\"convention\":\"c\",\"options\":\"o\",\"spectrum\":{\"rows\":3}} | \"spectrum\" is damaged",
                "{\"content\":\"\",\"convention\":\"c\",\"options\":\"o\",\"spectrum\":{\"eigenvalues\":\"?\"}} | no base64",
            })
    void aDamagedLineIsASentenceThatNamesTheFile(String line, String reason) throws IOException, BadInputException {
        lines("_lines/run/part-00000.gz", line);
        try (StudyStore study = StudyStore.inMemory()) {
            assertThatThrownBy(() -> RowFolder.open(folder).copyInto(study, Path::toString))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageContaining("part-00000.gz is damaged")
                    .hasMessageContaining(reason);
        }
    }

    @Test
    void aFolderOfOthersIsRefused(@TempDir Path other) {
        assertThatThrownBy(() -> RowFolder.open(other))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("is no folder of a survey on a cluster");
    }

    @Test
    void theCommandLineImportsAndMergeKeepsAddresses(@TempDir Path home) throws IOException, BadInputException {
        lines("_lines/run/part-00000.gz", RowLines.write(row("s3a://bucket/b.npy", 1, 10)) + "\n");
        Path study = home.resolve("a.eigenstudy");
        Path merged = home.resolve("b.eigenstudy");
        CommandLineRun run = CommandLineRun.of("survey", "--import", folder.toString(), "--study", study.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("s3a://bucket/b.npy,w");
        CommandLineRun.of("survey", "--merge", study.toString(), "--study", merged.toString());
        try (StudyStore all = StudyStore.openToRead(merged)) {
            assertThat(all.rows()).extracting(row -> row.text("source")).containsExactly("s3a://bucket/b.npy");
        }
    }

    @Test
    void importNeedsAStudyAndAFolderOfItsKind(@TempDir Path home) {
        assertThat(CommandLineRun.of("survey", "--import", folder.toString()).code())
                .isEqualTo(2);
        CommandLineRun run = CommandLineRun.of(
                "survey",
                "--import",
                home.toString(),
                "--study",
                home.resolve("a.eigenstudy").toString());
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("is no folder of a survey on a cluster");
    }
}
