package org.eigenscope.cli.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eigenscope.cli.CommandLineRun;
import org.eigenscope.cli.console.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StructureCommandTest {
    @Test
    void denseMatricesRepelMoreThanDiagonalOnes() {
        CommandLineRun run = CommandLineRun.of("structure", "dense-real", "diagonal", "--n", "40", "--draws", "2");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.lines()).hasSize(3).first().asString().startsWith("structure,n,draws,kappa,");
        double dense = Double.parseDouble(run.lines().get(1).split(",")[3]);
        double diagonal = Double.parseDouble(run.lines().get(2).split(",")[3]);
        assertThat(dense).isGreaterThan(10 * diagonal);
    }

    @Test
    void errorsOfASingleDrawAreEmpty() {
        CommandLineRun run = CommandLineRun.of("structure", "tridiagonal", "--n", "30", "--draws", "1");
        assertThat(List.of(run.lines().get(1).split(",")).get(5)).isEmpty();
    }

    @Test
    void structuresThatHaveNoSuchSizeAreLeftOutInWords() {
        CommandLineRun run = CommandLineRun.of("structure", "kronecker", "tridiagonal", "--n", "31", "--draws", "1");
        assertThat(run.lines()).hasSize(2);
        assertThat(run.err()).contains("kronecker is left out", "prime");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--n 1", "--n 10001", "--draws 0", "nothing"})
    void whatMakesNoSenseIsAUsageError(String options) {
        assertThat(CommandLineRun.of(("structure " + options).split(" ")).code())
                .isEqualTo(ExitCode.USAGE);
    }
}
