package org.eigenscope.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.eigenscope.io.format.safetensors.SafetensorsWriter;
import org.eigenscope.io.format.safetensors.SafetensorsWriter.Tensor;
import org.eigenscope.matrix.ElementType;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Makes command lines: a command that works as it stands, then options of that command with values of all kinds. */
final class LineGrammar {
    static final String MATRIX = "m.csv";

    /** Each works without further options. */
    static final Map<String, String> WORKING = new TreeMap<>(Map.ofEntries(
            Map.entry("info", "info m.csv"),
            Map.entry("spectrum", "spectrum m.csv"),
            Map.entry("fit", "fit m.csv --law mp"),
            Map.entry("density", "density --law htmp --kappa 2 --gamma 0.5 --points 0.5,1,2"),
            Map.entry("sample", "sample --law htmp --kappa 2 --gamma 0.5 --n 5 --seed 1"),
            Map.entry("structure", "structure --n 8 --draws 1"),
            Map.entry("figure", "figure m.csv --no-laws -o out.csv"),
            Map.entry("survey", "survey m.csv --law mp"),
            Map.entry("correlate", "correlate g.csv --x c1 --y c2"),
            Map.entry("compare", "compare m.csv g.csv"),
            Map.entry("train", "train --net mlp:4 --epochs 1 --batch 1000 -o runs"),
            Map.entry("features", "features net.safetensors --kind ntk --inputs m.csv -o out.npy"),
            Map.entry("serve", "serve"),
            Map.entry("send", "send m.csv")));

    /** What an option that takes a file gets, so that no line writes outside its folder. */
    private static final String[] FILES = {
        "m.csv", "g.csv", "out.csv", "out.svg", "out.json", "out.jsonl", "out.eigenstudy", "out.npy", "missing.npy", "."
    };

    /** Not asked for: the window, and files that the lines would write all over the disk. */
    private static final List<String> LEFT_OUT = List.of("open");

    private static final String[] NUMBERS = {
        "0",
        "1",
        "2",
        "3",
        "-1",
        "-0",
        "0.5",
        "-0.5",
        "2147483647",
        "2147483648",
        "-2147483648",
        "9223372036854775807",
        "9223372036854775808",
        "1e308",
        "-1e308",
        "1e309",
        "5e-324",
        "1e-300",
        "nan",
        "inf",
        "-inf",
        "1,5",
        "1_000",
        "0x10",
        "1e",
        "",
        " ",
        "٣",
        "½",
        "999999999999999999999999999999"
    };
    private static final String[] TEXTS = {
        "",
        " ",
        "a",
        "kappa=2",
        "kappa=",
        "=2",
        "kappa=nan",
        "kappa=1e308:0",
        "kappa:gamma",
        "1:2",
        "2:1",
        "1:1",
        ":",
        "nan:inf",
        "0:1e308",
        "-1e300:1e300",
        "1,2,3",
        "2,1",
        ",",
        "0,0,0",
        "1e308,1e-308",
        "all",
        "none",
        "htmp",
        "mp,mp",
        "m.csv",
        "g.csv",
        "missing.npy",
        ".",
        "/dev/null",
        "a#b",
        "#",
        "m.csv#",
        "m.csv#0",
        "out.svg",
        "out.tex",
        "$\\roman{999999999}$",
        "$\\input{/etc/passwd}$",
        "\u202e",
        "\u0000",
        "\ud800",
        "--",
        "-",
        "@m.csv",
        "*",
        "%s%n",
        "(((((((((",
        "[a-",
        "\\",
        "exact",
        "slq",
        "likelihood",
        "density",
        "ratio",
        "ntk",
        "linear"
    };

    private final Map<String, CommandLine> commands = new TreeMap<>();
    private final Path folder;

    LineGrammar(CommandLine all, Path folder) {
        this.folder = folder;
        commands.putAll(all.getSubcommands());
        commands.keySet().removeAll(LEFT_OUT);
    }

    static void writeInputs(Path folder) throws IOException {
        Random random = new Random(7);
        for (String name : List.of(MATRIX, "g.csv")) {
            StringBuilder text = new StringBuilder();
            for (int row = 0; row < 8; row++) {
                for (int column = 0; column < 12; column++) {
                    text.append(column == 0 ? "" : ",").append(random.nextGaussian());
                }
                text.append('\n');
            }
            Files.writeString(folder.resolve(name), text);
        }
        try (OutputStream out = Files.newOutputStream(folder.resolve("net.safetensors"))) {
            Tensor weight = new Tensor(
                    "fc1.weight",
                    List.of(3, 12),
                    ElementType.F32,
                    random.doubles(36).toArray());
            Tensor bias = new Tensor("fc1.bias", List.of(3), ElementType.F32, new double[3]);
            SafetensorsWriter.write(out, List.of(weight, bias), Map.of());
        }
    }

    /** A line that depends on the seed of {@code random} alone. */
    String[] line(Random random) {
        List<String> names = List.copyOf(commands.keySet());
        String name = names.get(random.nextInt(names.size()));
        List<String> line = new ArrayList<>(List.of(WORKING.get(name).split(" ")));
        List<OptionSpec> options = commands.get(name).getCommandSpec().options().stream()
                .filter(option -> !option.usageHelp() && !option.versionHelp())
                .toList();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            add(options.get(random.nextInt(options.size())), line, random);
        }
        if (random.nextInt(20) == 0) {
            line.remove(1 + random.nextInt(line.size() - 1));
        }
        return line.stream().map(this::inFolder).toArray(String[]::new);
    }

    private void add(OptionSpec option, List<String> line, Random random) {
        String name = option.names()[random.nextInt(option.names().length)];
        // what the line has already gets another value instead of a second one, which would always be refused
        int at = line.indexOf(name);
        String value = option.arity().max() == 0 ? "" : value(option, random);
        if (at >= 0 && at + 1 < line.size()) {
            line.set(at + 1, value);
        } else if (option.arity().max() == 0) {
            line.add(name);
        } else {
            line.add(name);
            line.add(value);
        }
    }

    private static String value(OptionSpec option, Random random) {
        List<String> candidates = new ArrayList<>();
        if (option.completionCandidates() != null) {
            option.completionCandidates().forEach(candidates::add);
        }
        if (!candidates.isEmpty() && random.nextInt(8) > 0) {
            return candidates.get(random.nextInt(candidates.size()));
        }
        if (takesFile(option)) {
            return FILES[random.nextInt(FILES.length)];
        }
        boolean number = option.type().isPrimitive() || Number.class.isAssignableFrom(option.type());
        boolean likely = random.nextInt(8) > 0;
        String[] values = number == likely ? NUMBERS : TEXTS;
        return values[random.nextInt(values.length)];
    }

    /** Files are those of the folder, whatever the process's own folder is. */
    private String inFolder(String word) {
        return isFile(word) ? folder + "/" + word : word;
    }

    static boolean isFile(String word) {
        return word.matches("(m|g|out)\\.[a-z]+(#.*)?|missing\\.npy|runs|net\\.safetensors|\\.");
    }

    static boolean takesFile(OptionSpec option) {
        return option.type() == Path.class
                || List.of(option.auxiliaryTypes()).contains(Path.class)
                || List.of(option.names()).contains("-o");
    }

    /** Lines whose output is one of their inputs. */
    List<String> linesOverInputs() {
        String input = inFolder(MATRIX);
        return List.of(
                "figure " + input + " --no-laws -o " + input,
                "figure " + inFolder("g.csv") + " --no-laws --ghost " + input + " -o " + input);
    }
}
