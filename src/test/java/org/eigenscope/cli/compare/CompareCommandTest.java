package org.eigenscope.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eigenscope.cli.CommandLineRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
    private static final String A =
            Path.of("samples", "digits_b20_s0.safetensors").toString();
    private static final String B =
            Path.of("samples", "digits_init_s0.safetensors").toString();

    @TempDir
    private Path folder;

    @Test
    void twiceOfAMatrixDiffersByItselfAndIsAlignedWithIt() throws IOException {
        Path one = Files.writeString(folder.resolve("a.csv"), rows(1));
        Path two = Files.writeString(folder.resolve("b.csv"), rows(2));
        JsonNode row = compare(one.toString(), two.toString());
        assertThat(row.get("relative_norm").asDouble()).isCloseTo(1, within(1e-12));
        assertThat(row.get("cka").asDouble()).isCloseTo(1, within(1e-12));
        assertThat(row.get("delta_kappa").asDouble()).isCloseTo(0, within(1e-4));
        assertThat(row.get("difference_spectral_norm").asDouble())
                .isCloseTo(row.get("spectral_norm_a").asDouble(), within(1e-9));
    }

    @Test
    void filesWithoutACommonMatrixAreRefused() throws IOException {
        Path one = Files.writeString(folder.resolve("a.csv"), rows(1));
        CommandLineRun run = CommandLineRun.of("compare", one.toString(), A);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("have no matrix of the same name");
    }

    @Test
    void rowsAreCsvOneForEachNameInBoth() {
        CommandLineRun run = CommandLineRun.of("compare", A, B, "--law", "gamma");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.lines()).hasSize(4);
        assertThat(run.lines().get(0)).startsWith("tensor,depth,block,role,rows,columns,law,delta_kappa,");
        assertThat(run.err()).contains("3 matrices compared, 0 failed.");
    }

    private JsonNode compare(String a, String b) throws IOException {
        Path out = folder.resolve("rows.jsonl");
        CommandLineRun run = CommandLineRun.of("compare", a, b, "-o", out.toString());
        assertThat(run.code()).as(run.err()).isZero();
        return new ObjectMapper().readTree(Files.readString(out));
    }

    private static String rows(int factor) {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < 12; row++) {
            for (int column = 0; column < 15; column++) {
                double value = factor * Math.sin(1 + 7 * row * row + 13 * column + row * column);
                text.append(column == 0 ? "" : ",").append(value);
            }
            text.append('\n');
        }
        return text.toString();
    }
}
