package org.eigenscope.fit.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.Constraints;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.Objective;
import org.eigenscope.fit.Samples;
import org.eigenscope.fit.Ties;
import org.eigenscope.law.family.LawFamily;

/** Whatever the eigenvalues, a fit is a sentence or a result without NaN. */
class HostileSamplesTest {
    private static final int TRIES = 60;

    /** What may be wrong with a sample. */
    private enum Kind {
        ORDINARY,
        EQUAL,
        ONE_DOMINATES,
        ONE_IS_TINY,
        TIES,
        TWO_CLUSTERS,
        MANY_DECADES
    }

    private static double[] sample(Kind kind, int n, SplittableRandom random) {
        double[] values = new double[n];
        Arrays.setAll(values, i -> value(kind, i, random));
        return values;
    }

    private static double value(Kind kind, int i, SplittableRandom random) {
        double u = random.nextDouble();
        return switch (kind) {
            case ORDINARY -> 1 + u;
            case EQUAL -> 3;
            case ONE_DOMINATES -> i == 0 ? 1e12 : 1 + u;
            case ONE_IS_TINY -> i == 0 ? 1e-12 : 1 + u;
            case TIES -> 1 + random.nextInt(6);
            case TWO_CLUSTERS -> (i % 2 == 0 ? 1e-6 : 1) * (1 + u / 100);
            case MANY_DECADES -> Math.pow(10, 40 * (u - 0.5));
        };
    }

    @Property(tries = TRIES, seed = "5")
    void everyLikelihoodFitIsASentenceOrFinite(
            @ForAll Kind kind, @ForAll LawFamily family, @ForAll @IntRange(max = 40) int n, @ForAll int seed) {
        FitRequest request = FitRequest.of(sample(kind, n, new SplittableRandom(seed)), family);
        requireSentenceOrFinite(request);
    }

    @Property(tries = TRIES / 2, seed = "6")
    @Tag("thorough")
    void everyObjectiveAndTrimIsASentenceOrFinite(
            @ForAll Kind kind,
            @ForAll Objective objective,
            @ForAll @IntRange(max = 6) int bottom,
            @ForAll @IntRange(max = 6) int top,
            @ForAll int seed) {
        double[] values = sample(kind, 25, new SplittableRandom(seed));
        requireSentenceOrFinite(FitRequest.of(values, LawFamily.INVERSE_HTMP)
                .withObjective(objective)
                .withTrims(bottom, top));
    }

    @Property(tries = TRIES / 2, seed = "7")
    void everyTiedAndPenalisedFitIsASentenceOrFinite(
            @ForAll Kind kind, @ForAll boolean tied, @ForAll LawFamily family, @ForAll int seed) {
        double[] values = sample(kind, 30, new SplittableRandom(seed));
        Constraints constraints =
                tied ? Constraints.NONE.withTies(Ties.NONE.withMeanMatched()) : Constraints.NONE.withMeanPenalty(1);
        requireSentenceOrFinite(FitRequest.of(values, family).withConstraints(constraints));
    }

    private static void requireSentenceOrFinite(FitRequest request) {
        FitResult fit;
        try {
            fit = Samples.fit(request);
        } catch (EigenscopeException sentence) {
            assertThat(sentence.getMessage()).endsWith(".");
            return;
        } catch (Exception bug) {
            throw new AssertionError(request.family() + " of " + Arrays.toString(request.eigenvalues()), bug);
        }
        assertThat(fit.logLikelihood()).as(fit.toString()).isFinite();
        assertThat(fit.kolmogorovSmirnov()).as(fit.toString()).isBetween(0.0, 1.0);
        assertThat(fit.parameters().asMap().values())
                .allSatisfy(v -> assertThat(v).isFinite());
    }
}
