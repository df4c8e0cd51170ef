package org.eigenscope.cli.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.error.InsufficientMemoryException;
import org.eigenscope.error.NoConvergenceException;
import org.eigenscope.text.Printable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns failures into a sentence on stderr and an exit code; the only place that does. */
public final class Failures {
    /** How picocli says that an option's value is refused. */
    private static final Pattern REFUSED_VALUE =
            Pattern.compile("Invalid value for option '(-[^']+)'(?: \\([^)]*\\))?: (.*)", Pattern.DOTALL);

    private Failures() {}

    public static int code(Exception failure, PrintWriter err) {
        if (failure instanceof ParameterException usage) {
            return usage(usage, err);
        }
        if (failure instanceof IOException output) {
            return outputFailed(output, err);
        }
        if (failure instanceof EigenscopeException expected) {
            err.println("eigenscope: " + Printable.of(expected.getMessage()));
            return code(expected);
        }
        if (isOutOfMemory(failure)) {
            return outOfMemory(err);
        }
        err.println("eigenscope: this is a bug in eigenscope; please report it with what follows.");
        failure.printStackTrace(err);
        return ExitCode.FAILURE;
    }

    /** Whether memory ended, here or in a thread that was waited for. */
    private static boolean isOutOfMemory(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                return true;
            }
        }
        return false;
    }

    /** What was asked for does not fit into memory, and nobody could tell before. */
    public static int outOfMemory(PrintWriter err) {
        long megabytes = Runtime.getRuntime().maxMemory() >> 20;
        err.println("eigenscope: there is not enough memory for this: the program may use " + megabytes
                + " MB. Ask for less, or start it with a larger heap, as in EIGENSCOPE_OPTS=-Xmx8g.");
        return ExitCode.BAD_INPUT;
    }

    public static int usage(ParameterException failure, PrintWriter err) {
        CommandLine command = failure.getCommandLine();
        err.println("eigenscope: " + Printable.of(sentence(failure)));
        UnmatchedArgumentException.printSuggestions(failure, err);
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }

    private static String sentence(ParameterException failure) {
        if (failure instanceof UnmatchedArgumentException unmatched
                && !unmatched.isUnknownOption()
                && failure.getCommandLine().getParent() == null) {
            return "'" + unmatched.getUnmatched().get(0) + "' is neither a command nor a file";
        }
        return REFUSED_VALUE.matcher(failure.getMessage()).replaceFirst("$1: $2");
    }

    /** A reader that has seen enough closes the pipe: that is no failure and needs no words. */
    public static int outputFailed(IOException failure, PrintWriter err) {
        String reason = String.valueOf(failure.getMessage());
        if (reason.toLowerCase(Locale.ROOT).contains("pipe")) {
            return ExitCode.OK;
        }
        err.println("eigenscope: the output could not be written: " + reason + ".");
        return ExitCode.BAD_INPUT;
    }

    private static int code(EigenscopeException failure) {
        if (failure instanceof BadInputException || failure instanceof InsufficientMemoryException) {
            return ExitCode.BAD_INPUT;
        }
        if (failure instanceof NoConvergenceException) {
            return ExitCode.NO_CONVERGENCE;
        }
        if (failure instanceof CancelledException) {
            return ExitCode.FAILURE;
        }
        throw new IllegalStateException("no exit code for " + failure, failure);
    }
}
