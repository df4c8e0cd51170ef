package org.eigenscope.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.eigenscope.cli.CommandLineRun;
import org.eigenscope.cli.console.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PopulationOptionTest {
    private static final String POINTS = "0.3\n1\n2.5\n";

    private static CommandLineRun density(String options) {
        return CommandLineRun.withInput(POINTS, ("density --law mp --gamma 0.5 --points -" + options).split(" "));
    }

    private static CommandLineRun sample(String options) {
        return CommandLineRun.of(("sample --law htmp --kappa 200 --gamma 0.5 --n 200 --seed 3" + options).split(" "));
    }

    @Test
    void identityChangesNothing() {
        CommandLineRun plain = density("");
        CommandLineRun product = density(" --population identity");
        for (int row = 1; row <= 3; row++) {
            assertThat(product.row(row)[1]).isCloseTo(plain.row(row)[1], within(1e-8));
        }
    }

    /** Silverstein's equation at Σ with values 1/2 and 3/2, solved here on its own: G = ∫dH(t)/(z − t(1 − γ + γzG)). */
    @Test
    void twoAtomsObeySilversteinsEquation() {
        double x = 1;
        double re = 0;
        double im = -1;
        for (int i = 0; i < 20_000; i++) {
            double sumRe = 0;
            double sumIm = 0;
            for (double t : new double[] {0.5, 1.5}) {
                double a = x - t * (0.5 + 0.5 * (x * re));
                double b = 1e-9 - t * 0.5 * (x * im);
                double square = a * a + b * b;
                sumRe += 0.5 * a / square;
                sumIm -= 0.5 * b / square;
            }
            re = 0.5 * (re + sumRe);
            im = 0.5 * (im + sumIm);
        }
        assertThat(density(" --population atoms:0.5@1,1.5@1").row(2)[1]).isCloseTo(-im / Math.PI, within(1e-6));
    }

    @Test
    void drawsFollowTheProduct() {
        CommandLineRun run = sample(" --population uniform:0.1,1.9");
        String eigenvalues = String.join("\n", run.lines().subList(1, 201));
        double below = CommandLineRun.withInput(
                        "1\n",
                        "density --law htmp --kappa 200 --gamma 0.5 --population uniform:0.1,1.9 --points -".split(" "))
                .row(1)[3];
        double share = eigenvalues
                        .lines()
                        .mapToDouble(Double::parseDouble)
                        .filter(v -> v <= 1)
                        .count()
                / 200.0;
        assertThat(share).isCloseTo(below, within(0.03));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none",
                "atoms:1",
                "atoms:1@-1",
                "uniform:2,1",
                "uniform:1",
                "power:0.5,1",
                "identity:2",
                "atoms:x@1"
            })
    void populationsThatAreNoneAreRefusedInWords(String spec) {
        CommandLineRun run = density(" --population " + spec);
        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains("--population '" + spec + "'");
    }

    @Test
    void structuresExcludeAPopulation() {
        CommandLineRun run =
                CommandLineRun.of("sample --structure diagonal --population identity --n 9 --seed 1".split(" "));
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    }
}
