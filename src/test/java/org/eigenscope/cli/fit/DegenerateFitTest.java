package org.eigenscope.cli.fit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eigenscope.cli.CommandLineRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Matrices to whose spectra no law can be fitted: what is known of them is told, and the exit code is 3. */
class DegenerateFitTest {
    @TempDir
    private Path folder;

    /** The identity is orthogonal, and in double precision. */
    private String matrix(int size, int rank) throws Exception {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                text.append(column == 0 ? "" : ",").append(row == column && row < rank ? "1.5" : "0.0");
            }
            text.append('\n');
        }
        return Files.writeString(folder.resolve("m.csv"), text).toString();
    }

    private static JsonNode json(CommandLineRun run) throws Exception {
        return new ObjectMapper().readTree(run.out());
    }

    @Test
    void orthogonalMatrixHasAPhaseAndNoFit() throws Exception {
        CommandLineRun run = CommandLineRun.of("fit", matrix(30, 30), "--as", "weights", "--json");
        JsonNode json = json(run);
        assertThat(run.code()).isEqualTo(3);
        assertThat(json.get("fit").isNull()).isTrue();
        assertThat(json.get("phase").asText()).isEqualTo("degenerate");
        assertThat(json.get("warnings").get(0).asText()).contains("there is no spread to fit a law to");
        assertThat(json.at("/sample/rows").asInt()).isEqualTo(30);
    }

    @Test
    void everyLawOfALeagueIsToldToHaveNoFit() throws Exception {
        JsonNode json = json(CommandLineRun.of("fit", matrix(30, 30), "--as", "weights", "--law", "all", "--json"));
        assertThat(json).hasSizeGreaterThan(5).allMatch(law -> law.get("fit").isNull());
        assertThat(json.findValuesAsText("law")).doesNotHaveDuplicates().contains("htmp", "mp");
    }

    @Test
    void matrixOfRankTwoIsACollapseWithoutAFit() throws Exception {
        CommandLineRun run = CommandLineRun.of("fit", matrix(30, 2), "--as", "weights", "--json");
        assertThat(run.code()).isEqualTo(3);
        assertThat(json(run).get("phase").asText()).isEqualTo("rank-collapse");
        assertThat(json(run).at("/excluded/zeros").asInt()).isEqualTo(28);
    }

    @Test
    void withoutJsonThereIsOnlyTheSentence() throws Exception {
        CommandLineRun run = CommandLineRun.of("fit", matrix(30, 30), "--as", "weights");
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("the spectrum is degenerate, as that of an orthogonal matrix");
    }
}
