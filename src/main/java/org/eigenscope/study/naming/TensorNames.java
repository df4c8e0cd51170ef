package org.eigenscope.study.naming;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Depth, block and role of tensors from their names, by a table of patterns: the resource {@code tensor-names.txt} beside this class,
 * which says how it is written. Immutable.
 */
public final class TensorNames {
    private static final String TABLE = "tensor-names.txt";

    /** Longer names are no names of a network's parameters; patterns are not tried on them. */
    private static final int LONGEST = 500;

    private static final int EMBEDDING = 0;
    private static final int BODY = 1;
    private static final int HEAD = 2;

    private final Pattern ending;
    private final List<Pattern> blocks;
    private final Pattern expert;
    private final Pattern shared;
    private final Pattern cross;
    private final List<Rule> rules;

    /** A line of the table: a section, a role and the names that have it. */
    private record Rule(int section, String role, Pattern names) {}

    private TensorNames(List<String[]> lines) {
        ending = Pattern.compile(only(lines, "ending"));
        blocks = lines.stream()
                .filter(line -> line[0].equals("block"))
                .map(line -> Pattern.compile(line[1]))
                .toList();
        expert = Pattern.compile(only(lines, "expert"));
        shared = Pattern.compile(only(lines, "shared"));
        cross = Pattern.compile(only(lines, "cross"));
        List<Rule> all = new ArrayList<>();
        for (String[] line : lines) {
            if (line.length == 3) {
                all.add(new Rule(section(line[0]), line[1], Pattern.compile(line[2])));
            }
        }
        rules = List.copyOf(all);
    }

    /** The table that comes with the program. */
    public static TensorNames usual() {
        try (InputStream in = TensorNames.class.getResourceAsStream(TABLE);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new TensorNames(reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.strip().split("\\s+"))
                    .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String only(List<String[]> lines, String key) {
        return lines.stream()
                .filter(line -> line[0].equals(key))
                .map(line -> line[1])
                .findFirst()
                .orElseThrow();
    }

    private static int section(String name) {
        return switch (name) {
            case "embedding" -> EMBEDDING;
            case "head" -> HEAD;
            default -> BODY;
        };
    }

    /** What a name tells; nothing but the name itself of one that no pattern knows. */
    public TensorPlace place(String name) {
        String layer = name.length() > LONGEST ? name : ending.matcher(name).replaceFirst("");
        if (layer.length() > LONGEST) {
            return new TensorPlace(layer, "", "", "", OptionalInt.empty(), new ForwardOrder(BODY, 0, -1, -1, 0, 0));
        }
        String plain = layer.replace('/', '.').replaceFirst("^\\.", "");
        Optional<Matcher> block = block(plain);
        String stage = block.map(found -> group(found, "stage")).orElse("");
        String number = block.map(found -> group(found, "block")).orElse("");
        String part = block.map(found -> group(found, "part")).orElse("");
        Matcher inExpert = expert.matcher(plain);
        OptionalInt index = inExpert.find() ? number(inExpert.group(1)) : OptionalInt.empty();
        int line = line(plain);
        String role = line < rules.size() ? role(rules.get(line).role(), plain, index) : "";
        ForwardOrder order = new ForwardOrder(
                line < rules.size() ? rules.get(line).section() : BODY,
                part.startsWith("dec") || plain.startsWith("decoder") ? 1 : 0,
                stage.isEmpty() ? (number.isEmpty() ? -1 : 0) : number(stage).orElse(0),
                number(number).orElse(-1),
                line,
                index.orElse(0));
        String label = stage.isEmpty() ? number : stage + "." + number;
        return new TensorPlace(layer, part, label, role, index, order);
    }

    private Optional<Matcher> block(String plain) {
        return blocks.stream()
                .map(pattern -> pattern.matcher(plain))
                .filter(Matcher::find)
                .findFirst();
    }

    private int line(String plain) {
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).names().matcher(plain).find()) {
                return i;
            }
        }
        return rules.size();
    }

    private String role(String role, String plain, OptionalInt index) {
        if (cross.matcher(plain).find()) {
            return "cross_" + role;
        }
        if (index.isPresent()) {
            return "expert_" + role;
        }
        return shared.matcher(plain).find() ? "shared_" + role : role;
    }

    private static String group(Matcher found, String name) {
        boolean has = found.pattern().pattern().contains("(?<" + name + ">");
        return has && found.group(name) != null ? found.group(name) : "";
    }

    /** The number, unless it is longer than any block's. */
    private static OptionalInt number(String digits) {
        return digits.isEmpty() || digits.length() > 6 ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
    }
}
