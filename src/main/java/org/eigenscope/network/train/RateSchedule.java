package org.eigenscope.network.train;

import java.util.Locale;
import org.eigenscope.error.BadInputException;

/**
 * The factor on the learning rate as training goes on.
 *
 * @param kind how it changes
 * @param every of {@link Kind#STEPS}: the epochs between two falls
 * @param factor of {@link Kind#STEPS}: what the rate is multiplied by at each
 */
public record RateSchedule(Kind kind, int every, double factor) {
    /** Kinds of schedules; t is the part of the training that is done, from 0 to 1. */
    public enum Kind {
        /** 1. */
        CONSTANT,
        /** 1 − t. */
        LINEAR,
        /** (1 + cos πt)/2 (I. Loshchilov and F. Hutter, ICLR 2017, without restarts). */
        COSINE,
        /** factor^⌊epoch/every⌋. */
        STEPS
    }

    /** The rate stays. */
    public static final RateSchedule CONSTANT = new RateSchedule(Kind.CONSTANT, 1, 1);

    /**
     * Reads {@code constant}, {@code linear}, {@code cosine} or {@code steps:EPOCHS,FACTOR}.
     *
     * @throws BadInputException if it is none of these
     */
    public static RateSchedule parse(String text) throws BadInputException {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        if (plain.matches("steps:0*[1-9]\\d{0,6},\\d*\\.?\\d+(e-?\\d{1,2})?")) {
            int comma = plain.indexOf(',');
            double factor = Double.parseDouble(plain.substring(comma + 1));
            if (factor > 0 && factor <= 1) {
                return new RateSchedule(Kind.STEPS, Integer.parseInt(plain.substring(6, comma)), factor);
            }
        }
        for (Kind kind : Kind.values()) {
            if (kind != Kind.STEPS && kind.name().toLowerCase(Locale.ROOT).equals(plain)) {
                return new RateSchedule(kind, 1, 1);
            }
        }
        throw new BadInputException("The schedule '" + text
                + "' is none of constant, linear, cosine and steps:EPOCHS,FACTOR with a factor above 0 and at most 1.");
    }

    /** The text that {@link #parse} reads. */
    public String id() {
        String name = kind.name().toLowerCase(Locale.ROOT);
        return kind == Kind.STEPS ? name + ":" + every + "," + factor : name;
    }

    /** Whether the factor depends on how long the whole training is. */
    public boolean isOfWhole() {
        return kind == Kind.LINEAR || kind == Kind.COSINE;
    }

    /**
     * The factor at a step.
     *
     * @param epoch the epochs done, from 0
     * @param done the part of all steps that is done, in [0, 1)
     */
    double at(int epoch, double done) {
        return switch (kind) {
            case CONSTANT -> 1;
            case LINEAR -> 1 - done;
            case COSINE -> (1 + Math.cos(Math.PI * done)) / 2;
            case STEPS -> Math.pow(factor, epoch / every);
        };
    }
}
