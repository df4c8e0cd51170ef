package org.eigenscope.study.attribute;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What trainers write into the names of files and folders, such as {@code checkpoint-3000}, {@code step3000}, {@code epoch_05} and
 * {@code digits_b100_s0}; and {@code lenet_fmnist_b32_10_2} as model, data, batch size, epoch and repetition.
 */
final class UsualNames {
    private static final int FOLDERS = 3;
    private static final String START = "(?:^|[_.-])";
    private static final String END = "(?=$|[_.-])";

    /** A name for what a pattern's only group finds; the first pattern of a name that finds something counts. */
    private static final Map<String, List<Pattern>> PATTERNS = patterns();

    private static final Pattern SERIES = Pattern.compile(
            "^(?<model>[A-Za-z][^_]*)_(?<data>[A-Za-z][^_]*)_b(?<batch>\\d{1,9})_(?<epoch>\\d{1,9})_(?<repeat>\\d{1,9})$");

    private static final Pattern NO_NAME = Pattern.compile(
            "(?i)(?:model|pytorch_model|weights?|checkpoint|consolidated|adapter_model|tf_model|flax_model|variables)(?:[.-]0*\\d*)?");

    private UsualNames() {}

    private static Map<String, List<Pattern>> patterns() {
        Map<String, List<Pattern>> all = new LinkedHashMap<>();
        all.put(
                "step",
                compiled(
                        "(?:global_?step|checkpoint|ckpt|steps?|iter(?:ation)?s?)[_=-]?(\\d{1,12})",
                        "(?:step|iter)=(\\d{1,12})"));
        all.put("epoch", compiled("(?:epochs?|ep)[_=-]?(\\d{1,9})"));
        all.put("batch_size", compiled("(?:batch(?:_?size)?|bs|b)[_=-]?(\\d{1,9})"));
        all.put("seed", compiled("(?:seed|s)[_=-]?(\\d{1,10})"));
        all.put("learning_rate", compiled("(?:lr|learning_?rate)[_=-]?(\\d{1,9}(?:\\.\\d{1,9})?(?:e-?\\d{1,3})?)"));
        return all;
    }

    private static List<Pattern> compiled(String... bodies) {
        List<Pattern> patterns = new ArrayList<>();
        for (String body : bodies) {
            patterns.add(Pattern.compile(START + body + END));
        }
        return patterns;
    }

    /** The attributes in the last parts of a path, {@code run} and {@code model} among them. */
    static List<Attribute> of(Path file) {
        List<String> parts = parts(file);
        List<Attribute> found = new ArrayList<>();
        Matcher series = SERIES.matcher(parts.get(0));
        if (series.matches()) {
            for (String name : List.of("model", "data", "batch", "epoch", "repeat")) {
                add(found, name, series.group(name));
            }
            String[] words = parts.get(0).split("_");
            add(found, "run", folder(parts) + words[0] + "_" + words[1] + "_" + words[2] + "_" + words[4]);
            return found;
        }
        for (Map.Entry<String, List<Pattern>> entry : PATTERNS.entrySet()) {
            parts.stream()
                    .map(part -> first(part, entry.getValue()))
                    .filter(value -> !value.isEmpty())
                    .findFirst()
                    .ifPresent(value -> add(found, entry.getKey(), value));
        }
        add(found, "run", run(parts));
        add(found, "model", model(parts));
        return found;
    }

    private static void add(List<Attribute> found, String name, String value) {
        AttributeNames.attribute(name, value, AttributeOrigin.NAME).ifPresent(found::add);
    }

    /** The name without its ending, then the folders, the innermost first. */
    private static List<String> parts(Path file) {
        List<String> parts = new ArrayList<>();
        Path path = file.toAbsolutePath().normalize();
        String name = String.valueOf(path.getFileName());
        parts.add(name.replaceFirst("(?:\\.safetensors)?(?:\\.index\\.json|\\.gz)?(?:\\.[A-Za-z0-9]{1,12})?$", ""));
        for (Path folder = path.getParent();
                folder != null && folder.getFileName() != null && parts.size() <= FOLDERS; ) {
            parts.add(folder.getFileName().toString());
            folder = folder.getParent();
        }
        return parts;
    }

    private static String first(String part, List<Pattern> patterns) {
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(part);
            if (matcher.find()) {
                return matcher.group(1).replaceFirst("^0+(?=\\d)", "");
            }
        }
        return "";
    }

    private static String folder(List<String> parts) {
        return parts.size() > 1 ? parts.get(1) + "/" : "";
    }

    /** What files of one run have in common: the name without step and epoch, or if nothing is left of it the folder's. */
    private static String run(List<String> parts) {
        for (int i = 0; i < parts.size(); i++) {
            String left = parts.get(i);
            for (String name : List.of("step", "epoch")) {
                for (Pattern pattern : PATTERNS.get(name)) {
                    left = pattern.matcher(left).replaceFirst("");
                }
            }
            left = left.replaceAll("^[_.-]+|[_.-]+$", "");
            if (!left.isEmpty() && !NO_NAME.matcher(left).matches()) {
                return i == 0 ? folder(parts) + left : left;
            }
        }
        return "";
    }

    /** The name's first word, or the folder's if the name says nothing. */
    private static String model(List<String> parts) {
        for (String part : parts) {
            boolean telling = !NO_NAME.matcher(part).matches()
                    && PATTERNS.get("step").stream()
                            .noneMatch(p -> p.matcher(part).find())
                    && PATTERNS.get("epoch").stream()
                            .noneMatch(p -> p.matcher(part).find());
            if (telling) {
                String shortest = part;
                for (List<Pattern> patterns : PATTERNS.values()) {
                    for (Pattern pattern : patterns) {
                        Matcher matcher = pattern.matcher(shortest);
                        shortest = matcher.find() && matcher.start() > 0
                                ? shortest.substring(0, matcher.start())
                                : shortest;
                    }
                }
                return shortest;
            }
        }
        return "";
    }
}
