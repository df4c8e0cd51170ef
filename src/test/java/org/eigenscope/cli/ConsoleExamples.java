package org.eigenscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The examples of a Markdown page, in blocks marked {@code console}: a line that begins with a dollar sign is a command, what follows is
 * what it prints, data before messages. A line with nothing but an ellipsis stands for any number of lines.
 *
 * <p>Commands run in order. Files whose names do not begin with {@code samples/} are in a folder of the caller's.
 */
public final class ConsoleExamples {
    private static final String ELLIPSIS = "…";
    private static final String ECHO = "echo ";
    private static final String PIPE = " | ";
    private static final Pattern BLOCK =
            Pattern.compile("(?<=^```console\n).*?(?=^```$)", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
    private static final Pattern FILE =
            Pattern.compile(".+(/|\\.(csv|npy|pdf|svg|tex|json|jsonl|eigenstudy|safetensors)(#.*)?)");

    private final Path folder;

    /** @param folder for what the commands write */
    public ConsoleExamples(Path folder) {
        this.folder = folder;
    }

    /**
     * A command and what a page says that it prints.
     *
     * @param command as typed, without the dollar sign
     * @param printed the lines below it
     */
    public record Example(String command, List<String> printed) {}

    /** The examples of a page, in order. */
    public static List<Example> of(String page) {
        List<Example> examples = new ArrayList<>();
        for (MatchResult block : BLOCK.matcher(page).results().toList()) {
            for (String text : block.group().split("(?m)^\\$ ")) {
                if (!text.isEmpty()) {
                    String whole = text.replace("\\\n", "");
                    List<String> lines = whole.lines().toList();
                    examples.add(new Example(lines.get(0), lines.subList(1, lines.size())));
                }
            }
        }
        return examples;
    }

    /** The page with what its commands print now; lines between ellipses that are cut are cut again. */
    public String rewritten(String page) throws IOException {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (MatchResult block : BLOCK.matcher(page).results().toList()) {
            text.append(page, from, block.start());
            for (String part : block.group().split("(?m)^(?=\\$ )")) {
                text.append(again(part));
            }
            from = block.end();
        }
        return text.append(page.substring(from)).toString();
    }

    private String again(String part) throws IOException {
        int end = part.replace("\\\n", "\\\\").indexOf('\n');
        Example old = of("```console\n" + part + "```").get(0);
        List<String> printed = run(old.command());
        return part.substring(0, end + 1)
                + String.join(
                        "",
                        cut(printed, old.printed()).stream()
                                .map(line -> line + "\n")
                                .toList());
    }

    /** As many lines before and after an ellipsis as there were. */
    private static List<String> cut(List<String> printed, List<String> old) {
        int at = old.indexOf(ELLIPSIS);
        int after = old.size() - at - 1;
        if (at < 0 || printed.size() <= at + after) {
            return printed;
        }
        List<String> lines = new ArrayList<>(printed.subList(0, at));
        lines.add(ELLIPSIS);
        lines.addAll(printed.subList(printed.size() - after, printed.size()));
        return lines;
    }

    /** What a command prints; {@code echo WORDS | } before it gives it the words to read. */
    public List<String> run(String command) throws IOException {
        return command.startsWith(ECHO)
                ? run(
                        command.substring(command.indexOf(PIPE) + PIPE.length()),
                        command.substring(ECHO.length(), command.indexOf(PIPE)))
                : run(command, "");
    }

    private List<String> run(String command, String input) throws IOException {
        List<String> words = WORD.matcher(command)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .map(this::placed)
                .toList();
        int to = words.indexOf(">");
        List<String> arguments = words.subList(1, to < 0 ? words.size() : to);
        CommandLineRun run = CommandLineRun.withInput(input, arguments.toArray(String[]::new));
        String data = run.out();
        if (to >= 0) {
            Files.writeString(Path.of(words.get(to + 1)), data);
            data = "";
        }
        String all = data + run.err() + (run.code() == 0 ? "" : "exit code " + run.code() + "\n");
        return all.replace(folder + "/", "")
                .replaceAll("(?m)[ \t]+$", "")
                .lines()
                .toList();
    }

    private String placed(String word) {
        boolean own = FILE.matcher(word).matches() && !word.startsWith("samples/") && !word.startsWith("-");
        return own ? folder + "/" + word : word;
    }

    /** Whether lines are those expected, numbers as far as they are printed. */
    public static boolean agree(List<String> expected, List<String> printed) {
        int at = expected.indexOf(ELLIPSIS);
        if (at < 0) {
            return agreeEach(expected, printed);
        }
        int after = expected.size() - at - 1;
        return printed.size() >= at + after
                && agreeEach(expected.subList(0, at), printed.subList(0, at))
                && agreeEach(
                        expected.subList(at + 1, expected.size()),
                        printed.subList(printed.size() - after, printed.size()));
    }

    private static boolean agreeEach(List<String> expected, List<String> printed) {
        if (expected.size() != printed.size()) {
            return false;
        }
        for (int i = 0; i < expected.size(); i++) {
            if (!PrintedNumbers.agree(expected.get(i), printed.get(i))) {
                return false;
            }
        }
        return true;
    }
}
