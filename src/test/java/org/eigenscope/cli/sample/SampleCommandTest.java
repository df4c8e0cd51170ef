package org.eigenscope.cli.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.eigenscope.cli.CommandLineRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampleCommandTest {
    @Test
    void oneDrawIsAColumnOfAscendingEigenvalues() {
        CommandLineRun run = sample("htmp", "--n", "50", "--seed", "7");
        assertThat(run.code()).isZero();
        assertThat(run.lines()).hasSize(51).first().isEqualTo("eigenvalue");
        assertThat(run.lines().stream().skip(1).map(Double::valueOf).toList()).isSorted();
    }

    @Test
    void severalDrawsAreNumbered() {
        List<String> lines =
                sample("htmp", "--n", "2", "--draws", "3", "--seed", "7").lines();
        assertThat(lines).hasSize(7).first().isEqualTo("draw,eigenvalue");
        assertThat(lines.get(6)).startsWith("3,");
    }

    @Test
    void seedDeterminesTheDraw() {
        assertThat(sample("htmp", "--n", "5", "--seed", "7").out())
                .isEqualTo(sample("htmp", "--n", "5", "--seed", "7").out());
        assertThat(sample("htmp", "--n", "5", "--seed", "7").out())
                .isNotEqualTo(sample("htmp", "--n", "5", "--seed", "8").out());
    }

    @Test
    void scaleAndFloorMoveTheDraw() {
        double standard = sample("htmp", "--n", "1", "--seed", "7").row(1)[0];
        double moved = sample("htmp", "--n", "1", "--seed", "7", "--scale", "3", "--tau", "2")
                .row(1)[0];
        assertThat(moved).isCloseTo(2 + 3 * standard, within(1e-14 * moved));
    }

    @Test
    void inverseDrawIsTheReciprocal() {
        double direct = sample("htmp", "--n", "1", "--seed", "7").row(1)[0];
        double inverse = sample("inverse-htmp", "--n", "1", "--seed", "7").row(1)[0];
        assertThat(inverse).isCloseTo(1 / direct, within(1e-14 * inverse));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--law mp --gamma 0.5 --n 5 --seed 1",
                "--law htmp --kappa 2 --gamma 0.5 --n 0 --seed 1",
                "--law htmp --kappa 2 --gamma 0.5 --n 2000000000 --seed 1",
                "--law htmp --kappa 2 --gamma 0.5 --n 5 --draws 0 --seed 1",
                "--law htmp --kappa 2 --gamma 0.5 --n 5",
                "--law htmp --kappa 2 --gamma 0.5 --seed 1",
                "--law htmp --gamma 0.5 --n 5 --seed 1",
            })
    void nonsenseIsAUsageError(String options) {
        CommandLineRun run = CommandLineRun.of(("sample " + options).split(" "));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-1, 0.5", "2, 0", "2, 1.5"})
    void parameterOutsideItsDomainIsBadInput(String kappa, String gamma) {
        CommandLineRun run = CommandLineRun.of(
                "sample", "--law", "htmp", "--kappa", kappa, "--gamma", gamma, "--n", "5", "--seed", "1");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("is outside its domain");
    }

    @Test
    void aStructureIsDrawnByName() {
        CommandLineRun run = CommandLineRun.of("sample", "--structure", "block-diagonal:4", "--n", "40", "--seed", "1");
        assertThat(run.code()).isZero();
        assertThat(run.lines()).hasSize(41).first().isEqualTo("eigenvalue");
        assertThat(run.lines().stream().skip(1).map(Double::valueOf).toList()).isSorted();
    }

    @Test
    void severalDrawsOfAStructureDiffer() {
        List<String> lines = CommandLineRun.of(
                        "sample", "--structure", "diagonal", "--n", "2", "--draws", "2", "--seed", "1")
                .lines();
        assertThat(lines).hasSize(5).first().isEqualTo("draw,eigenvalue");
        assertThat(lines.get(1).substring(2)).isNotEqualTo(lines.get(3).substring(2));
    }

    @Test
    void theHelpListsTheStructures() {
        assertThat(CommandLineRun.of("sample", "--help").out()).contains("kronecker", "block-diagonal[:K]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--structure nothing --n 5 --seed 1",
                "--structure diagonal:3 --n 5 --seed 1",
                "--structure diagonal --kappa 2 --n 5 --seed 1",
                "--structure diagonal --law htmp --n 5 --seed 1",
                "--structure diagonal --n 1 --seed 1",
                "--structure diagonal --n 5",
                "--n 5 --seed 1",
            })
    void nonsenseAboutStructuresIsAUsageError(String options) {
        CommandLineRun run = CommandLineRun.of(("sample " + options).split(" "));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aSizeThatTheStructureCannotHaveIsBadInput() {
        CommandLineRun run = CommandLineRun.of("sample", "--structure", "kronecker", "--n", "7", "--seed", "1");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("7 is prime");
    }

    private static CommandLineRun sample(String law, String... options) {
        String[] args = new String[options.length + 7];
        System.arraycopy(new String[] {"sample", "--law", law, "--kappa", "2", "--gamma", "0.5"}, 0, args, 0, 7);
        System.arraycopy(options, 0, args, 7, options.length);
        return CommandLineRun.of(args);
    }
}
