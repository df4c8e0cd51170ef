package org.eigenscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
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

    private static CommandLineRun sample(String law, String... options) {
        String[] args = new String[options.length + 7];
        System.arraycopy(new String[] {"sample", "--law", law, "--kappa", "2", "--gamma", "0.5"}, 0, args, 0, 7);
        System.arraycopy(options, 0, args, 7, options.length);
        return CommandLineRun.of(args);
    }
}
