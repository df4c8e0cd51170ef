package org.eigenscope.figure.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eigenscope.figure.export.type.Formulas;
import org.eigenscope.figure.export.type.FormulasTest;
import org.eigenscope.figure.export.type.LatexText;
import org.eigenscope.figure.export.type.Symbols;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labels in LaTeX's notation go through pdflatex, where there is one. */
class CompiledLabelsTest {
    private static final List<String> TOKENS = List.of(
            "x",
            "2",
            "+",
            "(",
            "]",
            "[",
            "*",
            " ",
            "^",
            "_",
            "'",
            "{",
            "}",
            "\\alpha",
            "\\sum",
            "\\log",
            "\\,",
            "\\hat",
            "\\frac",
            "\\sqrt",
            "\\left",
            "\\right",
            "(",
            ")",
            ".",
            "\\mathrm",
            "\\text",
            "\\overset",
            "\\big",
            "\\|",
            "\\displaystyle",
            "\\operatorname",
            "~",
            "\\\\",
            "\\neq",
            "\\underbrace",
            "\\binom",
            "@",
            "|",
            "\\dots");

    @TempDir
    private Path folder;

    @BeforeAll
    static void requireLatex() {
        assumeThat(Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, "pdflatex"))))
                .as("pdflatex is installed")
                .isTrue();
    }

    /** Compiles labels, a paragraph each; the log of what stopped it, or nothing. */
    private String compiled(List<String> labels) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>(
                List.of("\\documentclass{article}", "\\usepackage{amsmath,amssymb}", "\\begin{document}"));
        for (String label : labels) {
            lines.add(LatexText.of(label));
            lines.add("");
        }
        lines.add("\\end{document}");
        Files.write(folder.resolve("labels.tex"), lines);
        Process latex = new ProcessBuilder("pdflatex", "-interaction=nonstopmode", "-halt-on-error", "labels.tex")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
        latex.getOutputStream().close();
        if (!latex.waitFor(60, TimeUnit.SECONDS)) {
            latex.destroyForcibly();
            return "no end";
        }
        String log = Files.readString(folder.resolve("labels.log"), StandardCharsets.ISO_8859_1);
        return latex.exitValue() == 0 ? "" : log.substring(Math.max(0, log.indexOf("\n! ")));
    }

    @Test
    void everyCommandCompiles() throws Exception {
        List<String> labels =
                FormulasTest.everyCommand().map(formula -> "$" + formula + "$").toList();
        assertThat(compiled(labels)).isEmpty();
    }

    @Test
    void everyCharacterCompilesOrIsAQuestionMark() throws Exception {
        List<String> labels = IntStream.concat(
                        IntStream.rangeClosed(1, 0x250),
                        Stream.of(Symbols.ofTheFace(), Symbols.ofTex())
                                .flatMapToInt(set -> set.stream().mapToInt(c -> c)))
                .mapToObj(c -> "a" + Character.toString(c) + "b")
                .toList();
        assertThat(compiled(labels)).isEmpty();
    }

    @Test
    void whateverIsAcceptedAsAFormulaCompiles() throws Exception {
        SplittableRandom random = new SplittableRandom(17);
        List<String> labels = new ArrayList<>();
        while (labels.size() < 400) {
            StringBuilder formula = new StringBuilder();
            int length = random.nextInt(2, 12);
            for (int i = 0; i < length; i++) {
                formula.append(TOKENS.get(random.nextInt(TOKENS.size())));
            }
            if (Formulas.canSet(formula.toString())) {
                labels.add("$" + formula + "$");
            }
        }
        assertThat(compiled(labels)).isEmpty();
    }

    @Test
    void hostileLabelsCompileToWordsAndReachNoFile() throws Exception {
        List<String> labels = List.of(
                "$\\genfrac{(}{)}{0pt\\input{/etc/passwd}\\immediate\\write18{touch PWNED}}{0}{a}{b}$",
                "\\input{/etc/passwd}",
                "\\end{document}",
                "$\\openout1=PWNED \\write1{x}$",
                "$^^5cinput{/etc/passwd}$",
                "^^5cinput{/etc/passwd}",
                "}}}{{{ % # & _ ^ ~ \\",
                "$\\begin{array}{*{99999}{c}}x\\end{array}$",
                "$$",
                "$x$$y$ $");
        assertThat(compiled(labels)).isEmpty();
        assertThat(folder.resolve("PWNED")).doesNotExist();
        assertThat(folder.resolve("labels.log"))
                .content(StandardCharsets.ISO_8859_1)
                .doesNotContain("(/etc/passwd");
    }
}
