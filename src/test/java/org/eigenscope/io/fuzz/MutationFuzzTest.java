package org.eigenscope.io.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * However a file is damaged, listing and reading it end in matrices or in a sentence for the user, within bounded memory
 * and time.
 *
 * <p>The mutants are the same in every run; {@code -Deigenscope.fuzz.mutants=N} makes N instead of the usual number, and
 * {@code -Deigenscope.fuzz.seed=S} others.
 */
class MutationFuzzTest {
    private static final int MUTANTS = Integer.getInteger("eigenscope.fuzz.mutants", 300);
    private static final long SEED = Long.getLong("eigenscope.fuzz.seed", 20_250_603);

    /** A batch takes well under a second; only a reader that hangs takes this long. */
    private static final int BATCH = 100;

    private static final Duration HANG = Duration.ofMinutes(1);

    @SuppressWarnings("UnusedVariable") // named as the source of the parameters
    private static final List<FuzzFormat> FORMATS = FuzzFormat.ALL;

    @TempDir
    Path folder;

    private final AtomicReference<String> current = new AtomicReference<>("");
    private final Survival survival = new Survival();

    @ParameterizedTest
    @FieldSource("FORMATS")
    void everyMutantEndsInMatricesOrASentence(FuzzFormat format) throws Exception {
        for (String companion : format.companions()) {
            Path file = reference(companion);
            Files.copy(file, folder.resolve(file.getFileName()));
        }
        List<Seed> seeds = new ArrayList<>();
        for (String seed : format.seeds()) {
            seeds.add(Seed.load(reference(seed)));
        }
        Random random = new Random(SEED + format.name().hashCode());
        for (int done = 0; done < MUTANTS; done += BATCH) {
            int count = Math.min(BATCH, MUTANTS - done);
            assertTimeoutPreemptively(HANG, () -> check(count, seeds, random), () -> "hangs on " + current.get());
        }
        assertThat(survival.matrices()).as("matrices read from mutants").isPositive();
        assertThat(survival.refusals()).as("mutants refused").isPositive();
    }

    private void check(int count, List<Seed> seeds, Random random) throws IOException {
        for (int i = 0; i < count; i++) {
            // one number tells a mutant, so that a longer run's find can be made again alone
            long seed = random.nextLong();
            Random own = new Random(seed);
            Seed whole = seeds.get(own.nextInt(seeds.size()));
            Seed other = seeds.get(own.nextInt(seeds.size()));
            Mutant mutant = new Mutator(own).mutate(whole, other);
            String story = mutant.story() + ", mutant " + seed;
            current.set(story);
            Path damaged = Files.write(folder.resolve(whole.name()), mutant.bytes());
            survival.check(damaged, story);
        }
    }

    private static Path reference(String name) throws URISyntaxException {
        return Path.of(MutationFuzzTest.class.getResource("/reference/" + name).toURI());
    }
}
