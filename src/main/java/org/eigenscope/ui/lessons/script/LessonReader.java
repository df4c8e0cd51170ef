package org.eigenscope.ui.lessons.script;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.eigenscope.error.BadInputException;

/**
 * Reads a lesson from Markdown: lines {@code key: value} (title, minutes) up to the first heading, then a step for each
 * heading {@code ## …}. In a step a block fenced {@code ```stage} says what to show and one fenced {@code ```task} what is
 * asked; the text before the task sets the scene, the text after it explains.
 */
public final class LessonReader {
    private static final int MOST_CHARACTERS = 1_000_000;
    private static final int DEFAULT_MINUTES = 5;
    private static final String FENCE = "```";

    private final String id;
    private final List<String> lines;
    private String title;
    private int minutes = DEFAULT_MINUTES;
    private int at;

    private LessonReader(String id, String text) {
        this.id = id;
        this.title = id;
        this.lines = text.lines().toList();
    }

    /**
     * Reads a lesson.
     *
     * @param id the file's name without its ending; messages name it
     * @throws BadInputException if the text is no lesson; the message says which line is wrong and how
     */
    public static Lesson read(String id, String text) throws BadInputException {
        if (text.length() > MOST_CHARACTERS) {
            throw new BadInputException("The lesson " + id + " is longer than a million characters.");
        }
        return new LessonReader(id, text).read();
    }

    private Lesson read() throws BadInputException {
        for (; at < lines.size() && !isStep(lines.get(at)); at++) {
            head(lines.get(at).strip());
        }
        List<LessonStep> steps = new ArrayList<>();
        while (at < lines.size()) {
            steps.add(step());
        }
        if (steps.isEmpty()) {
            throw wrong("it has no step; a step begins with a line \"## Title\"");
        }
        return new Lesson(id, title, minutes, steps);
    }

    private static boolean isStep(String line) {
        return line.startsWith("## ");
    }

    private void head(String line) throws BadInputException {
        if (line.isEmpty() || line.equals("---")) {
            return;
        }
        int colon = line.indexOf(':');
        String key = colon < 0 ? line : line.substring(0, colon).strip();
        String value = colon < 0 ? "" : line.substring(colon + 1).strip();
        switch (key) {
            case "title" -> title = value;
            case "minutes" -> minutes = wholeNumber(value);
            default -> throw wrong("\"" + line + "\" stands before the first step, where only title and minutes may");
        }
    }

    private int wholeNumber(String value) throws BadInputException {
        OptionalInt number = value.matches("\\d{1,4}") ? OptionalInt.of(Integer.parseInt(value)) : OptionalInt.empty();
        return number.orElseThrow(() -> wrong("\"" + value + "\" is not a number of minutes"));
    }

    private LessonStep step() throws BadInputException {
        String heading = lines.get(at++).substring(2).strip();
        StringBuilder scene = new StringBuilder();
        StringBuilder explanation = new StringBuilder();
        StageScript stage = StageScript.EMPTY;
        Task task = new Task.Read();
        boolean asked = false;
        while (at < lines.size() && !isStep(lines.get(at))) {
            String line = lines.get(at++);
            if (line.strip().equals(FENCE + "stage")) {
                stage = stage.changedBy(StageParser.parse(block(), this::wrong));
            } else if (line.strip().equals(FENCE + "task")) {
                if (asked) {
                    throw wrong("the step \"" + heading + "\" asks for two things");
                }
                task = TaskParser.parse(block(), this::wrong);
                asked = true;
            } else {
                (asked ? explanation : scene).append(line).append('\n');
            }
        }
        return new LessonStep(
                heading,
                scene.toString().strip(),
                stage,
                task,
                explanation.toString().strip());
    }

    /** The lines up to the closing fence. */
    private List<String> block() throws BadInputException {
        List<String> block = new ArrayList<>();
        while (at < lines.size()) {
            String line = lines.get(at++).strip();
            if (line.equals(FENCE)) {
                return block;
            }
            if (!line.isEmpty()) {
                block.add(line);
            }
        }
        throw wrong("a block that begins with ``` never ends");
    }

    private BadInputException wrong(String what) {
        return new BadInputException(
                "The lesson " + id + " cannot be read: near line " + Math.max(1, at) + ", " + what + ".");
    }
}
