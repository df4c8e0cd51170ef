package org.eigenscope.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One run of the command line, in this process.
 *
 * @param code the exit code
 * @param out what it wrote to stdout
 * @param err what it wrote to stderr
 */
public record CommandLineRun(int code, String out, String err) {
    public static CommandLineRun of(String... args) {
        return withInput("", args);
    }

    /** A run that finds {@code input} on stdin. */
    public static CommandLineRun withInput(String input, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Cli.run(
                args,
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                files -> Optional.of("the window would open " + files),
                Runnable::run,
                new ServeNowhere());
        return new CommandLineRun(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The lines of stdout. */
    public List<String> lines() {
        return out.lines().toList();
    }

    /** The numbers of one line of CSV. */
    public double[] row(int line) {
        return java.util.Arrays.stream(lines().get(line).split(","))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    /** The path of a reference file. */
    public static String reference(String name) {
        try {
            return Path.of(CommandLineRun.class
                            .getResource("/reference/" + name)
                            .toURI())
                    .toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
