package org.eigenscope.session;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.eigenscope.figure.style.CurveRole;

/**
 * Another spectrum that is drawn behind one.
 *
 * @param kind where it comes from
 * @param label what the legend calls it
 * @param input which of the session's inputs it is of, from 0
 * @param conventions how a spectrum that was kept became eigenvalues; shuffled entries have those of the session
 * @param seed what set the places of shuffled entries
 */
public record GhostPlan(Kind kind, String label, int input, Optional<Conventions> conventions, OptionalLong seed) {
    /** Where a ghost comes from. */
    public enum Kind {
        /** A spectrum of its own. */
        KEPT("kept", CurveRole.PREVIOUS),
        /** The entries of the same matrix in random places. */
        SHUFFLED("shuffled", CurveRole.RANDOMISED);

        private final String id;
        private final CurveRole role;

        Kind(String id, CurveRole role) {
            this.id = id;
            this.role = role;
        }

        public String id() {
            return id;
        }

        /** How it is drawn. */
        public CurveRole role() {
            return role;
        }
    }

    public GhostPlan {
        Objects.requireNonNull(label, "label");
        if (input < 0) {
            throw new IllegalArgumentException("input = " + input + " is negative");
        }
        if (conventions.isPresent() != (kind == Kind.KEPT) || seed.isPresent() != (kind == Kind.SHUFFLED)) {
            throw new IllegalArgumentException(
                    "a ghost that is kept has conventions, one that is shuffled has a seed, and " + label + " has not");
        }
    }

    /** A spectrum of its own. */
    public static GhostPlan kept(String label, int input, Conventions conventions) {
        return new GhostPlan(Kind.KEPT, label, input, Optional.of(conventions), OptionalLong.empty());
    }

    /** The entries of an input in random places. */
    public static GhostPlan shuffled(int input, long seed) {
        return new GhostPlan(
                Kind.SHUFFLED, "entries permuted, seed " + seed, input, Optional.empty(), OptionalLong.of(seed));
    }
}
