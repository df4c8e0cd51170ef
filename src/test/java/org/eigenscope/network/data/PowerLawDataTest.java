package org.eigenscope.network.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.network.array.Arithmetic;
import org.eigenscope.network.array.NumberArray;
import org.eigenscope.network.array.Precision;
import org.eigenscope.network.layer.Shape;
import org.eigenscope.network.model.Loss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PowerLawDataTest {
    private static DataSplit read(String name) throws EigenscopeException {
        return DataSource.read(name, Loss.CROSS_ENTROPY);
    }

    private static double[][] rows(DataSet set) {
        NumberArray array = new Arithmetic(Precision.FLOAT64, false)
                .allocate(set.count() * set.shape().size());
        double[][] rows = new double[set.count()][set.shape().size()];
        for (int i = 0; i < rows.length; i++) {
            set.samples().copy(i, array, 0);
            array.copyTo(0, rows[i], rows[i].length);
        }
        return rows;
    }

    private static double[] variances(DataSet set) {
        double[] sums = new double[set.shape().size()];
        for (double[] row : rows(set)) {
            Arrays.setAll(sums, k -> sums[k] + row[k] * row[k] / set.count());
        }
        return sums;
    }

    @Test
    void thereAreTwoThousandSamplesAndFiveHundredToTestOn() throws EigenscopeException {
        DataSplit data = read("power-law:1.5");

        assertThat(data.name()).isEqualTo("power-law:1.5");
        assertThat(data.training().count()).isEqualTo(2000);
        assertThat(data.test().count()).isEqualTo(500);
        assertThat(data.hasTest()).isTrue();
        assertThat(data.training().shape()).isEqualTo(Shape.flat(200));
        assertThat(data.training().targets().outputs()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1, 4})
    void variancesFallAsThePowerOfTheRank(double exponent) throws EigenscopeException {
        double[] variances = variances(read("power-law:" + exponent).training());

        double sum = 0;
        for (int k = 1; k <= 200; k++) {
            sum += Math.pow(k, -exponent);
        }
        // each is a mean of 2,000 squares, whose relative standard deviation is √(2/2000) = 0.032
        for (int k = 1; k <= 200; k++) {
            assertThat(variances[k - 1] / (20 / sum * Math.pow(k, -exponent)))
                    .as("coordinate %d", k)
                    .isCloseTo(1, within(0.13));
        }
    }

    @Test
    void coordinatesAreIndependent() throws EigenscopeException {
        double product = 0;
        double[][] rows = rows(read("power-law:0").training());
        for (double[] row : rows) {
            product += row[0] * row[1] / 0.1 / rows.length;
        }

        // its standard deviation is 1/√2000 = 0.022
        assertThat(product).isCloseTo(0, within(0.09));
    }

    @Test
    void twoExponentsDifferInVariancesAlone() throws EigenscopeException {
        double[] flat = rows(read("power-law:0").training())[7];
        double[] steep = rows(read("power-law:2").training())[7];

        for (int k = 1; k < 200; k++) {
            assertThat(steep[k] / steep[0]).isCloseTo(flat[k] / flat[0] / (k + 1), within(1e-12));
        }
    }

    @Test
    void everyReadingIsTheSame() throws EigenscopeException {
        assertThat(rows(read("power-law:1").test()))
                .isDeepEqualTo(rows(read(" Power-Law:1").test()));
    }

    @Test
    void allTenClassesOccurWhereVariancesAreEqual() throws EigenscopeException {
        int[] counts = new int[10];
        for (int label : read("power-law:0").training().targets().labels()) {
            counts[label]++;
        }

        assertThat(Arrays.stream(counts).min().orElseThrow()).isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-0.1", "4.1", "NaN", "Infinity", "1,2"})
    void exponentsOutsideZeroToFourAreRefused(String exponent) {
        assertThatThrownBy(() -> read("power-law:" + exponent))
                .isInstanceOf(BadInputException.class)
                .hasMessage("The exponent of data power-law:A is a number from 0 to 4, not '"
                        + exponent.toLowerCase(Locale.ROOT) + "'.");
    }

    @Test
    void aPathIsNoSuchData() {
        String place = Path.of("nowhere", "power-law").toString();
        assertThatThrownBy(() -> read(place))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("does not exist; data are digits, fashion, power-law:A");
    }
}
