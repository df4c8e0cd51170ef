package org.eigenscope.cli.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eigenscope.cli.CommandLineRun;
import org.eigenscope.cli.option.ServedLaw;
import org.eigenscope.law.ReferenceTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every law of {@code eigenscope density} against values of other making. */
class DensityLawsTest {
    private static final double LOG_DENSITY = 1e-12;
    private static final double MASS = 1e-12;

    /** One line of the reference file: a law with its options, a point, and ln ρ, F and 1 − F there. */
    record Row(String law, String arguments, String x, double logDensity, double cumulative, double survival) {}

    static Stream<Row> rows() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                DensityLawsTest.class.getResourceAsStream("/law/served_laws.csv"), StandardCharsets.UTF_8))) {
            List<Row> rows = new ArrayList<>();
            reader.lines().skip(1).forEach(line -> {
                String[] cells = line.split("\\|");
                rows.add(new Row(
                        cells[0],
                        cells[1],
                        cells[2],
                        Double.parseDouble(cells[3]),
                        Double.parseDouble(cells[4]),
                        Double.parseDouble(cells[5])));
            });
            return rows.stream();
        }
    }

    private static CommandLineRun density(String input, String law, String arguments) {
        Stream<String> args = Stream.concat(Stream.of("density", "--law", law), Arrays.stream(arguments.split(" ")));
        return CommandLineRun.withInput(input, args.toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyLawIsThatOfItsDefinition(Row row) {
        double[] got =
                density(row.x(), row.law(), row.arguments() + " --points -").row(1);
        assertThat(got[2]).isCloseTo(row.logDensity(), within(LOG_DENSITY * Math.max(1, Math.abs(row.logDensity()))));
        assertThat(got[3]).isCloseTo(row.cumulative(), within(MASS * row.cumulative()));
        assertThat(got[4]).isCloseTo(row.survival(), within(MASS * row.survival()));
    }

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void tracyWidomIsThatOfItsTable(int beta) {
        List<ReferenceTable.Row> rows = ReferenceTable.read("tracy_widom.csv").rows().stream()
                .filter(row -> row.get("beta") == beta && row.get("s") >= -6)
                .toList();
        StringBuilder points = new StringBuilder();
        rows.forEach(row -> points.append(row.get("s")).append('\n'));
        CommandLineRun run = density(points.toString(), "tracy-widom", "--beta " + beta + " --points -");
        for (int i = 0; i < rows.size(); i++) {
            double[] got = run.row(i + 1);
            assertThat(got[3]).isCloseTo(rows.get(i).get("cdf"), within(1e-13));
            assertThat(got[4]).isCloseTo(rows.get(i).get("sf"), within(1e-11));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lognormal|mu,sigma,x|0.5,1.25,1.7|--mu 0.5 --sigma 1.25",
                "power|exponent,xmin,x|2.5,0.25,1.7|--exponent 2.5 --xmin 0.25",
                "truncated-power|exponent,xmin,rate,x|2.5,0.25,0.1,1.7|--exponent 2.5 --xmin 0.25 --rate 0.1",
                "semicircle|radius,x,center|2,1.7,1|--radius 2 --center 1",
                "gamma|shape,rate,x,tau|2.5,3,1.7,0.5|--shape 2.5 --rate 3 --tau 0.5",
                "inverse-gamma|shape,rate,x|2.5,3,1.7|--shape 2.5 --rate 3",
                "tracy-widom|beta,x|2,1.7|--beta 2",
            })
    void rowOfABatchIsThePointWithTheSameParameters(String law, String header, String row, String options) {
        String point = density("1.7", law, options + " --points -").lines().get(1);
        CommandLineRun named = density(header + "\n" + row + "\n", law, "--batch -");
        CommandLineRun nameless = density(row + "\n", law, "--batch -");
        assertThat(named.lines().get(1)).endsWith("," + point);
        assertThat(nameless.out()).isEqualTo(named.out());
    }

    @Test
    void optionsStandInForColumnsThatAreMissing() {
        CommandLineRun run = density("x,gamma\n1,0.25\n", "spiked-mp", "--spikes 4 --batch -");
        assertThat(run.lines().get(0)).isEqualTo("gamma,x,pdf,log_pdf,cdf,sf");
        CommandLineRun kappa = density("x,gamma\n1,0.25\n", "htmp", "--kappa 3 --batch -");
        assertThat(kappa.lines().get(1)).startsWith("3.0,0.25,1.0,");
    }

    @Test
    void batchWithoutAColumnOrAnOptionForWhatTheLawNeedsIsWrongUsage() {
        CommandLineRun run = density("x,gamma\n1,0.25\n", "htmp", "--batch -");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("law 'htmp' needs --kappa");
    }

    @Test
    void outliersAreWrittenWithTheirPositionsAndOverlaps() {
        CommandLineRun run = density("", "spiked-mp", "--gamma 0.25 --spikes 4,1.4,0.2 --scale 2 --outliers");
        assertThat(run.lines()).first().isEqualTo("spike,position,overlap");
        // 2ℓ(1 + γ/(ℓ − 1)) and (1 − γ/(ℓ − 1)²)/(1 + γ/(ℓ − 1)) in full
        assertThat(run.row(1)).containsExactly(new double[] {4, 26.0 / 3, 35.0 / 39}, within(1e-14));
        assertThat(run.lines().get(2)).isEqualTo("1.4,,0.0");
        assertThat(run.row(3)).containsExactly(new double[] {0.2, 0.275, 0.609375 / 0.6875}, within(1e-14));
    }

    @Test
    void distributionStepsByOneEigenvalueAtAnOutlier() {
        // the spike 4 sits at 4(1 + 0.25/3)
        CommandLineRun run = density("4.333\n4.334\n", "spiked-mp", "--gamma 0.25 --spikes 4 --size 50 --points -");
        assertThat(run.row(1)[3]).isCloseTo(0.98, within(1e-14));
        assertThat(run.row(1)[4]).isCloseTo(0.02, within(1e-14));
        assertThat(run.row(2)[3]).isCloseTo(1, within(1e-14));
        assertThat(run.row(2)[4]).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "power|--xmin 1 --points -|law 'power' needs --exponent",
                "truncated-power|--xmin 1 --points -|law 'truncated-power' needs --exponent and --rate",
                "lognormal|--mu 1 --sigma 1 --kappa 2 --points -|--kappa is no parameter of law 'lognormal'",
                "htmp|--kappa 1 --gamma 1 --size 2 --points -|--size is no parameter of law 'htmp', which takes --kappa",
                "mp|--gamma 0.5 --spikes 3 --points -|--spikes is for law 'spiked-mp'",
                "spiked-mp|--gamma 0.5 --points -|law 'spiked-mp' needs --spikes",
                "mp|--gamma 0.5 --outliers|--outliers is for law 'spiked-mp'",
                "wigner|--radius 2 --points -|'wigner' is none of htmp, inverse-htmp",
                "spiked-mp|--gamma 0.5 --spikes 3,x --points -|--spikes: 'x' is no number",
            })
    void optionsThatDoNotMakeALawAreWrongUsage(String law, String arguments, String words) {
        CommandLineRun run = density("1", law, arguments);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "power|--xmin 1 --exponent 1|--exponent = 1.0 is outside its domain; it must be above 1 and at most 1000",
                "power|--xmin 0 --exponent 2|--xmin = 0.0 is outside its domain; it must be between 1e-300 and 1e300",
                "truncated-power|--xmin 1 --exponent 2000 --rate 1|exponent = 2000.0 is outside its domain; it must be between -100 and 1000",
                "lognormal|--mu 0 --sigma -1|--sigma = -1.0 is outside its domain; it must be between 1e-10 and 1000",
                "lognormal|--mu NaN --sigma 1|--mu = NaN is outside its domain",
                "semicircle|--radius 0|--radius = 0.0 is outside its domain",
                "semicircle|--radius 1 --center Infinity|--center = Infinity is outside its domain",
                "tracy-widom|--beta 4|--beta = 4.0 is outside its domain; it must be 1 or 2",
                "spiked-mp|--gamma 0.5 --spikes 3,-1|--spikes: -1.0 is not a positive finite number",
                "spiked-mp|--gamma 1.5 --spikes 3|--gamma = 1.5 is outside its domain; it must be between 1e-12 and 1",
                "spiked-mp|--gamma 0.5 --spikes 3,4 --size 2|dimensions = 2 is not more than the 2 spikes",
                "spiked-mp|--gamma 0.5 --spikes 3 --size 2.5|--size = 2.5 is outside its domain; it must be a whole number from 1",
                "mp|--gamma 2 --tau 1|gamma = 2.0 > 1 leaves zeros, which lie below any floor: tau must be 0",
            })
    void parameterOutsideItsDomainIsBadInput(String law, String arguments, String words) {
        CommandLineRun run = density("1", law, arguments + " --points -");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(words);
    }

    @ParameterizedTest
    @MethodSource("org.eigenscope.cli.option.ServedLaw#all")
    void helpSaysWhatEachLawTakes(ServedLaw law) {
        String help = CommandLineRun.of("density", "--help").out();
        String line = help.lines()
                .filter(text -> text.startsWith("  " + law.id() + " "))
                .findFirst()
                .orElseThrow();
        assertThat(law.needed()).allSatisfy(parameter -> assertThat(line).contains(" --" + parameter.id()));
        assertThat(law.optional()).allSatisfy(parameter -> assertThat(line).contains("[--" + parameter.id() + "]"));
    }
}
