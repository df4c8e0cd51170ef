package org.eigenscope.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.InsufficientMemoryException;
import org.eigenscope.error.NoConvergenceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {
    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new BadInputException("The file is damaged."), 3),
                Arguments.of(new InsufficientMemoryException("The file is too large."), 3),
                Arguments.of(new NoConvergenceException("Nothing converged."), 4),
                Arguments.of(new CancelledException(), 1));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void expectedFailureIsItsSentenceAndItsCode(Exception failure, int code) {
        StringWriter err = new StringWriter();
        assertThat(Failures.code(failure, new PrintWriter(err, true))).isEqualTo(code);
        assertThat(err.toString().strip()).isEqualTo("eigenscope: " + failure.getMessage());
    }

    @Test
    void bugShowsItsStackTrace() {
        StringWriter err = new StringWriter();
        assertThat(Failures.code(new IllegalStateException("impossible"), new PrintWriter(err, true)))
                .isEqualTo(1);
        assertThat(err.toString()).contains("this is a bug", "impossible", "\tat ");
    }
}
