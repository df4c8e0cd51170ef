package org.eigenscope.network.data;

import java.util.Optional;
import java.util.SplittableRandom;
import org.eigenscope.error.BadInputException;
import org.eigenscope.network.layer.Shape;
import org.eigenscope.network.model.Targets;

/**
 * Synthetic data whose inputs have a power-law covariance: independent normal coordinates k = 1 … 200 of mean 0 and variance c·k^(−a), c
 * such that the variances add up to 20 for every a. The class of an input x is the largest of ten numbers w_c·x, w_c a normal vector each.
 * 2,000 samples to train on and 500 to test. The normal numbers are drawn with a fixed seed and are the same for every a, so data of two
 * exponents differ in their variances alone.
 */
public final class PowerLawData {
    /** What the name of such data begins with; the exponent follows. */
    private static final String PREFIX = "power-law:";
    /** The largest exponent; at 4 float32 still holds all coordinates. */
    private static final double LARGEST = 4;

    private static final int INPUTS = 200;
    private static final int CLASSES = 10;
    private static final int TRAINING = 2000;
    private static final int TEST = 500;
    private static final double TRACE = 20;
    private static final long SEED = 20_250_603;

    private final String name;
    private final double[] deviations;

    private PowerLawData(String name, double exponent) {
        this.name = name;
        this.deviations = new double[INPUTS];
        double sum = 0;
        for (int k = 0; k < INPUTS; k++) {
            sum += Math.pow(k + 1.0, -exponent);
        }
        for (int k = 0; k < INPUTS; k++) {
            deviations[k] = Math.sqrt(TRACE / sum * Math.pow(k + 1.0, -exponent));
        }
    }

    /**
     * The data of a name {@code power-law:A}; empty if it begins otherwise.
     *
     * @param name in lower case
     * @throws BadInputException if A is no number from 0 to 4
     */
    static Optional<PowerLawData> of(String name) throws BadInputException {
        if (!name.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String exponent = name.substring(PREFIX.length());
        double a;
        try {
            a = Double.parseDouble(exponent);
        } catch (NumberFormatException notANumber) {
            throw refused(exponent, notANumber);
        }
        if (!(a >= 0 && a <= LARGEST)) {
            throw refused(exponent, null);
        }
        return Optional.of(new PowerLawData(name, a));
    }

    private static BadInputException refused(String exponent, Throwable cause) {
        return new BadInputException(
                "The exponent of data power-law:A is a number from 0 to 4, not '" + exponent + "'.", cause);
    }

    /** Draws them. */
    DataSplit read() {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] teacher = new double[CLASSES * INPUTS];
        for (int i = 0; i < teacher.length; i++) {
            teacher[i] = random.nextGaussian();
        }
        DataSet training = draw(TRAINING, teacher, random);
        return new DataSplit(name, training, draw(TEST, teacher, random), true);
    }

    private DataSet draw(int count, double[] teacher, SplittableRandom random) {
        double[] values = new double[count * INPUTS];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < INPUTS; k++) {
                values[i * INPUTS + k] = deviations[k] * random.nextGaussian();
            }
            labels[i] = answer(values, i * INPUTS, teacher);
        }
        return new DataSet(Shape.flat(INPUTS), new Samples.Numbers(values, INPUTS), Targets.ofLabels(labels, CLASSES));
    }

    private static int answer(double[] values, int at, double[] teacher) {
        int best = 0;
        double largest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < CLASSES; c++) {
            double sum = 0;
            for (int k = 0; k < INPUTS; k++) {
                sum += teacher[c * INPUTS + k] * values[at + k];
            }
            if (sum > largest) {
                best = c;
                largest = sum;
            }
        }
        return best;
    }
}
