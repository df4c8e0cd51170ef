package org.eigenscope.network.train;

import java.util.Locale;
import org.eigenscope.error.BadInputException;

/**
 * The learning rate η: a number, or a number times or over the batch size.
 *
 * @param factor the number
 * @param power of the batch size that it is multiplied by: 0, or −1 for {@code 2/batch}, or 1 for {@code 0.001*batch}
 * @param schedule how it changes
 */
public record LearningRate(double factor, int power, RateSchedule schedule) {
    private static final double LARGEST = 1e6;

    /**
     * Reads a rate.
     *
     * @throws BadInputException if it is none, not positive, or absurd
     */
    public static LearningRate parse(String text, RateSchedule schedule) throws BadInputException {
        String plain = text.strip().toLowerCase(Locale.ROOT).replace(" ", "");
        int power = plain.endsWith("/batch") ? -1 : plain.endsWith("*batch") ? 1 : 0;
        String number = power == 0 ? plain : plain.substring(0, plain.length() - "/batch".length());
        double factor = Double.NaN;
        if (number.matches("\\d*\\.?\\d+(e[+-]?\\d{1,3})?")) {
            factor = Double.parseDouble(number);
        }
        if (!(factor > 0 && factor <= LARGEST)) {
            throw new BadInputException("The learning rate '" + text
                    + "' is no number above 0 and at most 1e6, nor such a number with /batch or *batch.");
        }
        return new LearningRate(factor, power, schedule);
    }

    /** The rate before the schedule. */
    public double base(int batchSize) {
        return factor * Math.pow(batchSize, power);
    }

    /** The text that {@link #parse} reads. */
    public String id() {
        return factor + (power == 0 ? "" : power < 0 ? "/batch" : "*batch");
    }
}
