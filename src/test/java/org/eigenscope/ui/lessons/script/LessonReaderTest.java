package org.eigenscope.ui.lessons.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.eigenscope.error.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LessonReaderTest {
    private static final String LESSON = """
            title: Edges
            minutes: 3

            ## One
            Before *it*.

            ```stage
            sample: ensemble
            laws: htmp, mp
            kappa: 4
            ```

            ```task
            move kappa between 1 and 3
            prompt: Move it.
            hint: To the left.
            ```

            After it.

            ## Two
            ```stage
            kappa: 9
            ```
            ```task
            answer edge.upper within 5%
            prompt: How much?
            ```
            ## Three
            ```task
            choose
            prompt: Which?
            - this
            * that
            ```
            """;

    private static Lesson read(String text) throws BadInputException {
        return LessonReader.read("edges", text);
    }

    @Test
    void stepsHoldSceneTaskAndExplanation() throws BadInputException {
        Lesson lesson = read(LESSON);
        assertThat(lesson.title()).isEqualTo("Edges");
        assertThat(lesson.minutes()).isEqualTo(3);
        LessonStep first = lesson.steps().get(0);
        assertThat(first.title()).isEqualTo("One");
        assertThat(first.scene()).isEqualTo("Before *it*.");
        assertThat(first.explanation()).isEqualTo("After it.");
        assertThat(first.task())
                .isEqualTo(new Task.Move("Move it.", "To the left.", StageControl.KAPPA, new Target("2.0", 1, false)));
        assertThat(lesson.steps().get(1).task())
                .isEqualTo(new Task.Answer("How much?", "", new Target("edge.upper", 0.05, true)));
        assertThat(((Task.Choose) lesson.steps().get(2).task()).right()).isEqualTo(1);
    }

    @Test
    void aStepWithoutATaskIsForReading() throws BadInputException {
        assertThat(read("## Read\nWords.").steps().get(0).task()).isInstanceOf(Task.Read.class);
    }

    @Test
    void whatAStepDoesNotSetStaysFromTheStepsBefore() throws BadInputException {
        StageScript second = read(LESSON).stageAt(1);
        assertThat(second.setting(StageScript.Key.SAMPLE)).contains("ensemble");
        assertThat(second.values()).isEqualTo(Map.of(StageControl.KAPPA, 9.0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            colour: red                                                       | colour
            title: x                                                          | no step
            minutes: soon                                                     | number of minutes
            ## A;```stage;laws: htmp                                          | never ends
            ## A;```stage;laws: gauss;```                                     | gauss
            ## A;```stage;kappa: -1;```                                       | kappa must lie
            ## A;```stage;kappa: NaN;```                                      | NaN
            ## A;```stage;wobble: 1;```                                       | wobble
            ## A;```stage;seed: -3;```                                        | seed
            ## A;```stage;range: 3, 1;```                                     | range
            ## A;```stage;controls: volume;```                                   | volume
            ## A;```task;```                                                  | empty
            ## A;```task;dance;prompt: p;```                                  | dance
            ## A;```task;answer 3 within 0;prompt: p;```                      | not positive
            ## A;```task;answer 3 within x;prompt: p;```                      | not a number
            ## A;```task;answer 3 within 1;```                                | prompt
            ## A;```task;move volume to 3 within 1;prompt: p;```              | volume
            ## A;```task;move kappa between 3 and 1;prompt: p;```             | nothing lies between
            ## A;```task;choose;prompt: p;- a;- b;```                         | choice needs
            ## A;```task;choose;prompt: p;* a;```;```task;choose;prompt: p;```| choice needs
            """)
    void aMistakeIsNamed(String lines, String named) {
        assertThatThrownBy(() -> read(lines.replace(';', '\n')))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("edges")
                .hasMessageContaining(named);
    }

    @Test
    void aHugeTextIsRefused() {
        assertThatThrownBy(() -> read("x".repeat(1_000_001)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("million");
    }

    @Test
    void aPopulationWithoutAMeanIsRefused() {
        String text = LESSON.replace("kappa: 9", "population: 2");
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("exponent must be above 2");
    }
}
