package org.eigenscope.ui.lessons.script;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eigenscope.error.BadInputException;

/** Reads a {@code stage} block: lines {@code key: value}, the key a control or one of {@link StageScript.Key}. */
final class StageParser {
    private static final Map<StageScript.Key, Set<String>> WORDS = Map.of(
            StageScript.Key.LAWS, Set.of("htmp", "mp", "gamma"),
            StageScript.Key.ORIENTATION, Set.of("direct", "inverse"),
            StageScript.Key.AXES, Set.of("loglog", "logx", "logy", "linear"));

    /** What {@code controls} was called in lessons that were written for earlier versions. */
    private static final String CONTROLS_BEFORE = "knobs";

    private StageParser() {}

    static StageScript parse(List<String> lines, Complaint complaint) throws BadInputException {
        Map<StageScript.Key, String> settings = new EnumMap<>(StageScript.Key.class);
        Map<StageControl, Double> values = new EnumMap<>(StageControl.class);
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw complaint.about("\"" + line + "\" has no colon between key and value");
            }
            String name = line.substring(0, colon).strip();
            String value = line.substring(colon + 1).strip();
            Optional<StageControl> control = StageControl.byId(name);
            if (control.isPresent()) {
                values.put(control.get(), position(control.get(), value, complaint));
            } else {
                StageScript.Key key = key(name, complaint);
                check(key, value, complaint);
                settings.put(key, value);
            }
        }
        return new StageScript(settings, values);
    }

    private static double position(StageControl control, String value, Complaint complaint) throws BadInputException {
        double number = number(value, complaint);
        boolean possible =
                number >= control.minimum() && (number <= control.maximum() || control == StageControl.MARKER);
        if (!possible) {
            throw complaint.about(control.id() + " must lie from " + control.minimum() + " to " + control.maximum()
                    + ", not at " + value);
        }
        return number;
    }

    static double number(String text, Complaint complaint) throws BadInputException {
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            throw complaint.about("\"" + text + "\" is not a number");
        }
        throw complaint.about("\"" + text + "\" is not a finite number");
    }

    private static StageScript.Key key(String name, Complaint complaint) throws BadInputException {
        return Stream.of(StageScript.Key.values())
                .filter(key -> key.name().toLowerCase(Locale.ROOT).equals(name)
                        || key == StageScript.Key.CONTROLS && name.equals(CONTROLS_BEFORE))
                .findFirst()
                .orElseThrow(() -> complaint.about("a stage has no \"" + name + "\""));
    }

    private static void check(StageScript.Key key, String value, Complaint complaint) throws BadInputException {
        for (String word : StageScript.split(value)) {
            Set<String> allowed = WORDS.get(key);
            if (allowed != null && !allowed.contains(word)) {
                throw complaint.about("\"" + word + "\" is none of "
                        + String.join(", ", allowed.stream().sorted().toList()));
            }
            if (key == StageScript.Key.CONTROLS && StageControl.byId(word).isEmpty()) {
                throw complaint.about("there is no control \"" + word + "\"");
            }
        }
        if (key == StageScript.Key.SEED && !value.matches("\\d{1,9}")) {
            throw complaint.about("\"" + value + "\" is not a seed");
        }
        if (key == StageScript.Key.POPULATION && !(number(value, complaint) > 2)) {
            throw complaint.about("the population's exponent must be above 2, so that it has a mean, not " + value);
        }
        if (key == StageScript.Key.RANGE && !value.equals("auto")) {
            checkRange(value, complaint);
        }
    }

    private static void checkRange(String value, Complaint complaint) throws BadInputException {
        List<String> ends = StageScript.split(value);
        if (ends.size() != 2 || !(number(ends.get(0), complaint) < number(ends.get(1), complaint))) {
            throw complaint.about("\"" + value + "\" is no range; write it as 0.1, 10");
        }
    }
}
