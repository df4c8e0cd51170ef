package org.eigenscope.ui.lessons;

import java.util.OptionalDouble;
import org.eigenscope.ui.lessons.script.Target;
import org.eigenscope.ui.lessons.script.Task;
import org.eigenscope.ui.text.Numbers;

/** Compares what the learner did with what a task asks for, and makes the feedback. */
final class Answers {
    private Answers() {}

    static Feedback check(Task.Move move, StageModel stage) {
        double value = stage.value(move.control());
        Target.Verdict verdict = move.target().check(value, stage::quantity);
        return feedback(verdict, position(move, stage), move.hint());
    }

    private static String position(Task.Move move, StageModel stage) {
        return move.control().symbol() + " = " + stage.control(move.control()).briefText();
    }

    /** Whether the control stands somewhere else than the task asks for; false while that is unknown. */
    static boolean isOff(Task.Move move, StageModel stage) {
        Target.Verdict verdict = move.target().check(stage.value(move.control()), stage::quantity);
        return verdict == Target.Verdict.TOO_LOW || verdict == Target.Verdict.TOO_HIGH;
    }

    /** Of a control that stands where it stood when the step began. */
    static Feedback notMoved(Task.Move move) {
        return Feedback.wrong(move.control().symbol() + " stood there when the step began. Move it away and back.");
    }

    static Feedback check(Task.Answer task, String text, StageModel stage) {
        if (text.isBlank()) {
            return Feedback.wrong("Type a number first.");
        }
        OptionalDouble number = Numbers.parse(text);
        if (number.isEmpty()) {
            return Feedback.wrong("“" + text.strip() + "” is not a number; write it as 0.031 or 3.1e-2.");
        }
        Target.Verdict verdict = task.target().check(number.getAsDouble(), stage::quantity);
        String exact = "It is " + Numbers.formatBrief(task.target().value(stage::quantity)) + ".";
        return verdict == Target.Verdict.RIGHT
                ? Feedback.done("Right. " + exact)
                : feedback(verdict, text.strip(), task.hint());
    }

    static Feedback check(Task.Choose task, int option) {
        return option == task.right() ? Feedback.done("Right.") : Feedback.wrong(join("Not this one.", task.hint()));
    }

    private static Feedback feedback(Target.Verdict verdict, String value, String hint) {
        return switch (verdict) {
            case RIGHT -> Feedback.done("Right: " + value + ".");
            case TOO_LOW -> Feedback.wrong(join(value + " is too low.", hint));
            case TOO_HIGH -> Feedback.wrong(join(value + " is too high.", hint));
            case UNKNOWN -> Feedback.wrong("There is nothing to compare with yet; wait for the stage.");
        };
    }

    private static String join(String verdict, String hint) {
        return hint.isEmpty() ? verdict : verdict + " " + hint;
    }

    /** Does what the task asks for, and describes it. */
    static Feedback solve(Task task, StageModel stage) {
        if (task instanceof Task.Move move) {
            double value = move.target().value(stage::quantity);
            if (Double.isNaN(value)) {
                return feedback(Target.Verdict.UNKNOWN, "", "");
            }
            stage.control(move.control()).dragToValue(value);
            return Feedback.done("Like this: " + position(move, stage) + ".");
        }
        if (task instanceof Task.Answer answer) {
            double value = answer.target().value(stage::quantity);
            return Double.isNaN(value)
                    ? feedback(Target.Verdict.UNKNOWN, "", "")
                    : Feedback.done("It is " + Numbers.formatBrief(value) + ".");
        }
        if (task instanceof Task.Choose choice) {
            return Feedback.done("It is: " + choice.options().get(choice.right()) + ".");
        }
        return Feedback.DONE;
    }
}
