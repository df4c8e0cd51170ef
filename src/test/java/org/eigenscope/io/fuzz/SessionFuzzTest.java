package org.eigenscope.io.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eigenscope.error.BadInputException;
import org.eigenscope.session.ExampleSessions;
import org.eigenscope.session.Session;
import org.eigenscope.session.json.SessionFile;
import org.eigenscope.session.json.SessionJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * However a session is damaged, in its bytes or in the values of its JSON, it is refused in a sentence, or read as a session that
 * is written and read again as the same.
 */
class SessionFuzzTest {
    private static final int MUTANTS = Integer.getInteger("eigenscope.fuzz.mutants", 300);
    private static final long SEED = Long.getLong("eigenscope.fuzz.seed", 20_250_603);
    private static final Pattern VALUE =
            Pattern.compile("-?[0-9][0-9.eE+-]*|\"(?:[^\"\\\\]|\\\\.)*\"|null|true|false|\\[[^\\[\\]]*]|\\{[^{}]*}");
    private static final String[] VALUES = {
        "0",
        "-1",
        "1",
        "2147483647",
        "2147483648",
        "-2147483649",
        "1e308",
        "1e999",
        "-1e308",
        "5e-324",
        "NaN",
        "null",
        "true",
        "\"\"",
        "\"a\"",
        "\"inverse-htmp\"",
        "\"kappa\"",
        "\"\\u0000\"",
        "\"\\ud800\"",
        "\"$\\\\roman{999}$\"",
        "\"../../x\"",
        "[]",
        "{}",
        "[[[[[[[[[[]]]]]]]]]]",
        "[null]",
        "{\"a\":1}",
        "[1,2]",
        "0.1",
        "1e-300",
        "99999999999999999999"
    };

    @TempDir
    private Path folder;

    @Test
    void everyMutantIsRefusedInASentenceOrKeepsItsMeaning() throws Exception {
        byte[] whole = new SessionJson().write(ExampleSessions.full()).getBytes(StandardCharsets.UTF_8);
        Random random = new Random(SEED);
        int read = 0;
        int refused = 0;
        for (int i = 0; i < MUTANTS; i++) {
            long seed = random.nextLong();
            Random own = new Random(seed);
            byte[] mutant = own.nextInt(4) == 0
                    ? Damage.values()[own.nextInt(Damage.values().length)].apply(whole, whole, own)
                    : withOtherValue(new String(whole, StandardCharsets.UTF_8), own);
            Path file = Files.write(folder.resolve("s.eigenscope"), mutant);
            try {
                Session session = SessionFile.read(file);
                read++;
                String written = new SessionJson().write(session);
                assertThat(new SessionJson().read(written)).as("mutant " + seed).isEqualTo(session);
            } catch (BadInputException sentence) {
                refused++;
                assertThat(sentence).as("mutant " + seed).hasMessageMatching("(?s).{15,}\\.");
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError bug) {
                throw new AssertionError("mutant " + seed + ": " + new String(mutant, StandardCharsets.UTF_8), bug);
            }
        }
        assertThat(read).as("sessions read").isPositive();
        assertThat(refused).as("sessions refused").isPositive();
    }

    /** One or two values, or names of fields, are others. */
    private static byte[] withOtherValue(String json, Random random) {
        String changed = json;
        for (int i = 0; i <= random.nextInt(2); i++) {
            List<int[]> places = new ArrayList<>();
            Matcher value = VALUE.matcher(changed);
            while (value.find()) {
                places.add(new int[] {value.start(), value.end()});
            }
            int[] place = places.get(random.nextInt(places.size()));
            changed = changed.substring(0, place[0])
                    + VALUES[random.nextInt(VALUES.length)]
                    + changed.substring(place[1]);
        }
        return changed.getBytes(StandardCharsets.UTF_8);
    }
}
