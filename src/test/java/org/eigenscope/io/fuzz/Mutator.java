package org.eigenscope.io.fuzz;

import java.io.IOException;
import java.util.Random;

/**
 * Damages seeds. What lies in an archive is damaged as well as the archive itself, since a checksum that no longer fits
 * would keep nearly every mutant from the reader of the inner format.
 */
final class Mutator {
    private static final Damage[] KINDS = Damage.values();

    private final Random random;

    /** Mutants depend on the seed of {@code random} alone. */
    Mutator(Random random) {
        this.random = random;
    }

    /**
     * A damaged seed.
     *
     * @param other the file whose end a splice takes
     */
    Mutant mutate(Seed seed, Seed other) throws IOException {
        Damage damage = KINDS[random.nextInt(KINDS.length)];
        if (seed.isArchive() && random.nextBoolean()) {
            byte[] bytes = seed.withOneEntryChanged(random, content -> damaged(damage, content, content));
            return new Mutant(bytes, seed.name() + " with " + damage + " inside");
        }
        return new Mutant(damaged(damage, seed.bytes(), other.bytes()), seed.name() + " with " + damage);
    }

    private byte[] damaged(Damage damage, byte[] whole, byte[] other) {
        return whole.length == 0 ? whole : damage.apply(whole, other, random);
    }
}
