package org.eigenscope.figure.export.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever stands between dollar signs, it is words, or a formula that is set in a page's size. */
class FormulaFuzzTest {
    private static final int MUTANTS = Integer.getInteger("eigenscope.fuzz.mutants", 1000);
    private static final long SEED = Long.getLong("eigenscope.fuzz.seed", 20_250_603);
    /** In points of type at size 10: a thousand characters of the widest kind. */
    private static final double WIDEST = 60_000;

    private static final String[] HOSTILE = {
        "\\roman{999999999}",
        "\\input{/etc/passwd}",
        "\\write18{x}",
        "\\directlua{x}",
        "\\genfrac",
        "\\begin{array}{*{9999}{c}}",
        "\\end{array}",
        "\\hdotsfor{999999}",
        "\\def\\a{\\a\\a}",
        "\\DeclareMathSizes",
        "\\newcommand",
        "^^5c",
        "\\rule{1e9}{1}",
        "\\hspace{1e9}",
        "\\includegraphics",
        "\\char",
        "\\#",
        "%",
        "&",
        "~",
        "$",
        "\\\\",
        "\\multicolumn{2147483647}{c}{x}",
        "\\kern1e9pt",
        "\\scalebox{1e9}{x}",
        "\\rotatebox",
        "\\fgcolor",
        "\\Huge",
        "{",
        "}",
        "^",
        "_",
        "'",
        " ",
        "\u202e",
        "\u0000",
        "\ud83d\ude00",
        "\\left(",
        "\\right)",
        "a",
        "0",
        "+",
        "\\,"
    };

    @Test
    void everyLineIsWordsOrAFormulaThatIsSet() {
        List<String> tokens = new ArrayList<>(List.of(HOSTILE));
        FormulaCommands.symbols().stream().sorted().forEach(name -> tokens.add("\\" + name + " "));
        FormulaCommands.commands().stream().sorted().forEach(name -> tokens.add("\\" + name));
        FormulaCommands.commands().stream().sorted().forEach(name -> tokens.add("\\" + name + "{x}"));
        Random random = new Random(SEED);
        int accepted = 0;
        for (int i = 0; i < MUTANTS; i++) {
            StringBuilder made = new StringBuilder();
            int length = 1 + random.nextInt(random.nextInt(10) == 0 ? 200 : 6);
            for (int token = 0; token < length; token++) {
                made.append(tokens.get(random.nextInt(tokens.size())));
            }
            String tex = made.toString();
            if (FormulaGrammar.accepts(tex) && Formulas.canSet(tex)) {
                accepted++;
                assertThat(Formulas.icon(tex, 10).getTrueIconWidth()).as(tex).isBetween(0f, (float) WIDEST);
            }
        }
        assertThat(accepted).isPositive();
    }
}
