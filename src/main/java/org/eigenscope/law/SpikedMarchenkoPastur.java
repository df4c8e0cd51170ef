package org.eigenscope.law;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * The spiked covariance model: MP(γ) with population eigenvalues ℓ ≠ 1 beside the ones (Baik, Ben Arous and Péché, Ann.
 * Probab. 33 (2005) 1643; positions in the free form of Baik and Silverstein, J. Multivariate Anal. 97 (2006) 1382).
 *
 * <p>Convention: population covariance 1 except for the spikes, γ = dimensions/samples ∈ (0, 1], bulk of mean 1. A
 * spike ℓ > 1 + √γ leaves the bulk upward, one with ℓ &lt; 1 − √γ downward, to ℓ(1 + γ/(ℓ − 1)); the others stay in it.
 */
public final class SpikedMarchenkoPastur {
    private final MarchenkoPasturLaw bulk;
    private final double[] spikes;

    private SpikedMarchenkoPastur(MarchenkoPasturLaw bulk, double[] spikes) {
        this.bulk = bulk;
        this.spikes = spikes;
    }

    /**
     * The model with the given population spikes.
     *
     * @param gamma γ ∈ (0, 1]
     * @param spikes ℓ > 0, in any order
     * @throws IllegalArgumentException outside these domains
     */
    public static SpikedMarchenkoPastur of(double gamma, double... spikes) {
        for (double spike : spikes) {
            Arguments.positive("spike", spike);
        }
        return new SpikedMarchenkoPastur(MarchenkoPasturLaw.of(gamma), spikes.clone());
    }

    /** The law of all but finitely many eigenvalues. */
    public MarchenkoPasturLaw bulk() {
        return bulk;
    }

    /**
     * The law of a matrix of finite size, each outlier with the mass of one eigenvalue; the rest follow the bulk.
     *
     * @param dimensions the number of eigenvalues, more than there are spikes
     * @throws IllegalArgumentException if there are not
     */
    public OutlierLaw law(long dimensions) {
        if (dimensions <= spikes.length) {
            throw new IllegalArgumentException(
                    "dimensions = " + dimensions + " is not more than the " + spikes.length + " spikes");
        }
        return OutlierLaw.of(bulk, 1.0 / dimensions, outliers());
    }

    /** The positions λ of the eigenvalues outside the bulk that the spikes cause, ascending. */
    public double[] outliers() {
        return Arrays.stream(spikes)
                .mapToObj(this::position)
                .flatMapToDouble(p -> p.isPresent() ? DoubleStream.of(p.getAsDouble()) : DoubleStream.empty())
                .sorted()
                .toArray();
    }

    /** 1 + √γ: larger spikes leave the bulk. */
    public double upperThreshold() {
        return 1 + Math.sqrt(bulk.gamma());
    }

    /** 1 − √γ: smaller spikes leave the bulk. */
    public double lowerThreshold() {
        return (1 - bulk.gamma()) / upperThreshold();
    }

    /**
     * The eigenvalue that the spike ℓ sends out of the bulk, ℓ(1 + γ/(ℓ − 1)); empty if it stays inside.
     *
     * @param spike ℓ > 0
     */
    public OptionalDouble position(double spike) {
        Arguments.positive("spike", spike);
        boolean outside = spike > upperThreshold() || spike < lowerThreshold();
        return outside ? OptionalDouble.of(spike * (1 + bulk.gamma() / (spike - 1))) : OptionalDouble.empty();
    }

    /**
     * The spike that an eigenvalue outside the bulk comes from, the inverse of {@link #position}; empty inside the bulk.
     *
     * @param position λ > 0
     */
    public OptionalDouble spikeAt(double position) {
        Arguments.positive("position", position);
        boolean above = position > bulk.supportUpper();
        if (!above && position >= bulk.supportLower()) {
            return OptionalDouble.empty();
        }
        // ℓ² − (λ + 1 − γ)ℓ + λ = 0, whose roots' product is λ
        double half = 0.5 * (position + 1 - bulk.gamma());
        double gap = Math.sqrt(position - bulk.supportLower()) * Math.sqrt(position - bulk.supportUpper());
        if (above) {
            return OptionalDouble.of(half + 0.5 * gap);
        }
        double below = Math.sqrt(bulk.supportLower() - position) * Math.sqrt(bulk.supportUpper() - position);
        return OptionalDouble.of(position / (half + 0.5 * below));
    }

    /**
     * The squared cosine between the sample's outlying eigenvector and the population's, (1 − γ/(ℓ − 1)²)/(1 + γ/(ℓ − 1));
     * 0 for a spike that stays in the bulk.
     *
     * @param spike ℓ > 0
     */
    public double overlap(double spike) {
        if (position(spike).isEmpty()) {
            return 0;
        }
        double gap = spike - 1;
        return (1 - bulk.gamma() / (gap * gap)) / (1 + bulk.gamma() / gap);
    }
}
