package org.eigenscope.cli.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eigenscope.cli.CommandLineRun;
import org.eigenscope.law.SpectralLaw;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.ParameterSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DensityCommandTest {
    /** Room for the rounding of s and τ being applied in another order. */
    private static final double RELATIVE = 1e-13;

    @TempDir
    Path folder;

    @Test
    void pointsAreWrittenWithDensityLogarithmAndBothTails() {
        CommandLineRun run = points("0.5\n2\n", "htmp", "--kappa", "2", "--gamma", "0.5");
        SpectralLaw law = LawFamily.HTMP.law(ParameterSet.ofHtmp(2, 0.5, 1, 0));
        assertThat(run.lines()).hasSize(3).first().isEqualTo("x,pdf,log_pdf,cdf,sf");
        assertThat(run.row(2))
                .containsExactly(
                        new double[] {2, law.density(2), law.logDensity(2), law.cumulative(2), law.survival(2)},
                        within(RELATIVE));
    }

    @Test
    void pointsComeFromAFileToo() throws Exception {
        Path path = Files.writeString(folder.resolve("points.csv"), "y,x\n9,0.5\n9,2\n");
        CommandLineRun run = CommandLineRun.of("density", "--law", "mp", "--gamma", "0.5", "--points", path.toString());
        assertThat(run.row(1)[0]).isEqualTo(0.5);
    }

    @Test
    void densityAtAndBelowTheFloorIsZeroAndItsLogarithmMinusInfinity() {
        CommandLineRun run = points("-1\n0.25\n", "inverse-htmp", "--kappa", "2", "--gamma", "0.5", "--tau", "0.25");
        assertThat(run.lines())
                .containsExactly("x,pdf,log_pdf,cdf,sf", "-1.0,0.0,-Infinity,0.0,1.0", "0.25,0.0,-Infinity,0.0,1.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"inverse-gamma", "gamma"})
    void gammaLawsTakeShapeAndRate(String law) {
        CommandLineRun run = points("1\n", law, "--shape", "2", "--rate", "3", "--tau", "0.5");
        assertThat(run.code()).isZero();
        assertThat(run.row(1)[1]).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "--kappa, -1, --kappa = -1.0 is outside its domain",
        "--kappa, 1e9, kappa = 1.0E9",
        "--gamma, 1.5, --gamma = 1.5 is outside its domain",
        "--scale, 0, --scale = 0.0 is outside its domain",
        "--tau, -0.5, --tau = -0.5 is outside its domain",
        "--kappa, NaN, --kappa = NaN is outside its domain",
    })
    void parameterOutsideItsDomainIsBadInput(String option, String value, String words) {
        String kappa = option.equals("--kappa") ? value : "2";
        String gamma = option.equals("--gamma") ? value : "0.5";
        String scale = option.equals("--scale") ? value : "1";
        String tau = option.equals("--tau") ? value : "0";
        CommandLineRun run = points("1\n", "htmp", "--kappa", kappa, "--gamma", gamma, "--scale", scale, "--tau", tau);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,oops|standard input, line 1, column 2: 'oops' is not a number",
                "inf|standard input, line 1: x = Infinity is not a finite number",
                "''|standard input holds no numbers",
            })
    void pointThatIsNoNumberIsBadInput(String input, String words) {
        CommandLineRun run = points(input, "mp", "--gamma", "0.5");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains(words);
    }

    @Test
    void missingFileOfPointsIsBadInput() {
        CommandLineRun run =
                CommandLineRun.of("density", "--law", "mp", "--gamma", "0.5", "--points", "no-such-points.csv");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("no-such-points.csv does not exist");
    }

    @Test
    void batchEvaluatesEveryRowWithItsOwnParameters() {
        CommandLineRun run = batch("htmp", "kappa,gamma,x\n2,0.5,1\n3,0.25,0.5\n");
        SpectralLaw second = LawFamily.HTMP.law(ParameterSet.ofHtmp(3, 0.25, 1, 0));
        assertThat(run.lines()).hasSize(3).first().isEqualTo("kappa,gamma,x,pdf,log_pdf,cdf,sf");
        assertThat(run.row(2))
                .containsExactly(
                        new double[] {
                            3,
                            0.25,
                            0.5,
                            second.density(0.5),
                            second.logDensity(0.5),
                            second.cumulative(0.5),
                            second.survival(0.5)
                        },
                        within(RELATIVE));
    }

    @Test
    void batchNeedsNoHeader() {
        assertThat(batch("htmp", "2,0.5,1\n").out())
                .isEqualTo(batch("htmp", "kappa,gamma,x\n2,0.5,1\n").out());
    }

    @Test
    void batchTakesScaleAndFloorFromColumnsInAnyOrder() {
        CommandLineRun run = batch("inverse-htmp", "x,tau,scale,gamma,kappa\n5,0.25,3,0.5,2\n");
        SpectralLaw law = LawFamily.INVERSE_HTMP.law(ParameterSet.ofHtmp(2, 0.5, 3, 0.25));
        assertThat(run.row(1)[4]).isCloseTo(law.logDensity(5), within(RELATIVE));
        assertThat(run.row(1)[5]).isCloseTo(law.cumulative(5), within(RELATIVE));
    }

    @Test
    void batchTakesScaleAndFloorFromOptionsWhereColumnsAreMissing() {
        CommandLineRun run =
                CommandLineRun.withInput("2,0.5,5\n", "density", "--law", "htmp", "--scale", "3", "--batch", "-");
        SpectralLaw law = LawFamily.HTMP.law(ParameterSet.ofHtmp(2, 0.5, 3, 0));
        assertThat(run.row(1)[3]).isCloseTo(law.density(5), within(RELATIVE));
    }

    @Test
    void batchOfLawsWithoutKappaKeepsItsColumn() {
        CommandLineRun run = batch("mp", "7,0.5,1\n");
        assertThat(run.row(1)).startsWith(7, 0.5, 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2,0.5,1;0,0.5,1|line 2: kappa = 0.0 is outside its domain; it must be between 1e-4 and 1e5",
                "2,0.5,1;2,1.5,1|line 2: gamma = 1.5 is outside its domain; it must be between 1e-4 and 1",
                "2,0.5,1;2,nan,1|line 2: gamma = NaN is outside its domain",
                "2,0.5,1;2,0.5,inf|line 2: x = Infinity is not a finite number",
                "2,0.5,1;1e9,0.5,1|line 2: kappa = 1.0E9 is outside its domain; it must be between 1e-4 and 1e5",
                "2,0.5,1,-1|line 1: scale = -1.0 is outside its domain",
                "2,0.5,1,1,-1|line 1: tau = -1.0 is outside its domain; it must be between 0 and 1e300",
                "2,0.5|has 2 columns",
                "2,0.5,1;2,0.5|line 2 has 2 numbers where the first row has 3",
                "kappa,gamma,y;2,0.5,1|must be among kappa, gamma, x, scale, tau",
                "kappa,gamma,x,shape;2,0.5,1,3|must be among kappa, gamma, x, scale, tau",
                "kappa,gamma,x,x;2,0.5,1,3|each once",
            })
    void unusableRowIsNamedAndNothingIsWritten(String rows, String words) {
        CommandLineRun run = batch("htmp", rows.replace(';', '\n') + "\n");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(words);
    }

    private static CommandLineRun points(String input, String law, String... parameters) {
        String[] args = new String[parameters.length + 5];
        System.arraycopy(new String[] {"density", "--law", law, "--points", "-"}, 0, args, 0, 5);
        System.arraycopy(parameters, 0, args, 5, parameters.length);
        return CommandLineRun.withInput(input, args);
    }

    private static CommandLineRun batch(String law, String rows) {
        return CommandLineRun.withInput(rows, "density", "--law", law, "--batch", "-");
    }
}
