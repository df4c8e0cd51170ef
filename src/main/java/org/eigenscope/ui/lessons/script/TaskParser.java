package org.eigenscope.ui.lessons.script;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eigenscope.error.BadInputException;

/**
 * Reads a {@code task} block. Its first line is one of
 *
 * <pre>
 * move KNOB to VALUE within TOLERANCE
 * move KNOB between NUMBER and NUMBER
 * answer VALUE within TOLERANCE
 * choose
 * </pre>
 *
 * where VALUE is a number or a quantity of the stage and TOLERANCE a number or a percentage; then come
 * {@code prompt: …}, {@code hint: …}, and the options of a choice, {@code - …} wrong and {@code * …} right.
 */
final class TaskParser {
    private static final Pattern MOVE_TO = Pattern.compile("move (\\w+) to (\\S+) within (\\S+)");
    private static final Pattern MOVE_BETWEEN = Pattern.compile("move (\\w+) between (\\S+) and (\\S+)");
    private static final Pattern ANSWER = Pattern.compile("answer (\\S+) within (\\S+)");
    private static final double PERCENT = 100;

    private final Complaint complaint;
    private String prompt = "";
    private String hint = "";
    private final List<String> options = new ArrayList<>();
    private int right = -1;

    private TaskParser(Complaint complaint) {
        this.complaint = complaint;
    }

    static Task parse(List<String> lines, Complaint complaint) throws BadInputException {
        if (lines.isEmpty()) {
            throw complaint.about("the task is empty");
        }
        TaskParser parser = new TaskParser(complaint);
        for (String line : lines.subList(1, lines.size())) {
            parser.detail(line);
        }
        return parser.task(lines.get(0));
    }

    private void detail(String line) throws BadInputException {
        if (line.startsWith("prompt:")) {
            prompt = line.substring("prompt:".length()).strip();
        } else if (line.startsWith("hint:")) {
            hint = line.substring("hint:".length()).strip();
        } else if (line.startsWith("- ") || line.startsWith("* ")) {
            if (line.startsWith("* ")) {
                right = options.size();
            }
            options.add(line.substring(2).strip());
        } else {
            throw complaint.about("a task has no line \"" + line + "\"");
        }
    }

    private Task task(String line) throws BadInputException {
        if (prompt.isEmpty()) {
            throw complaint.about("the task has no \"prompt:\" that says what to do");
        }
        Matcher moveTo = MOVE_TO.matcher(line);
        if (moveTo.matches()) {
            return new Task.Move(prompt, hint, control(moveTo.group(1)), target(moveTo.group(2), moveTo.group(3)));
        }
        Matcher between = MOVE_BETWEEN.matcher(line);
        if (between.matches()) {
            return new Task.Move(prompt, hint, control(between.group(1)), interval(between.group(2), between.group(3)));
        }
        Matcher answer = ANSWER.matcher(line);
        if (answer.matches()) {
            return new Task.Answer(prompt, hint, target(answer.group(1), answer.group(2)));
        }
        if (line.equals("choose")) {
            return choice();
        }
        throw complaint.about("\"" + line + "\" is no task; it is move, answer or choose");
    }

    private Task choice() throws BadInputException {
        if (options.size() < 2 || right < 0) {
            throw complaint.about("a choice needs two options or more, the right one marked \"* \"");
        }
        return new Task.Choose(prompt, hint, options, right);
    }

    private StageControl control(String id) throws BadInputException {
        return StageControl.byId(id).orElseThrow(() -> complaint.about("there is no control \"" + id + "\""));
    }

    private Target interval(String from, String to) throws BadInputException {
        double a = StageParser.number(from, complaint);
        double b = StageParser.number(to, complaint);
        if (!(a < b)) {
            throw complaint.about("nothing lies between " + from + " and " + to);
        }
        return Target.between(a, b);
    }

    private Target target(String centre, String within) throws BadInputException {
        boolean relative = within.endsWith("%");
        String digits = relative ? within.substring(0, within.length() - 1) : within;
        double tolerance = StageParser.number(digits, complaint) / (relative ? PERCENT : 1);
        if (!(tolerance > 0)) {
            throw complaint.about("the tolerance " + within + " is not positive");
        }
        return new Target(centre, tolerance, relative);
    }
}
