package org.eigenscope.figure.export.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formulas that can be set, and those that are refused. */
public class FormulasTest {
    @ParameterizedTest
    @ValueSource(strings = {"\\hat{\\kappa}", "\\rho(\\lambda)\\propto\\lambda^{-1-\\delta}", "\\frac{1}{2}"})
    void formulasOfPapersAreSet(String tex) {
        assertThat(Formulas.canSet(tex)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\frac{",
                "\\foo{x}",
                "Ж",
                "\\newcommand{\\a}{\\a\\a}\\a",
                "\\includegraphics{/etc/passwd}",
                "\\def\\a{\\a}\\a"
            })
    void whatCannotBeSetOrCouldHangIsWords(String tex) {
        assertThat(RichText.parse("$" + tex + "$").pieces())
                .isNotEmpty()
                .noneMatch(piece -> piece.kind() == RichText.Kind.FORMULA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\genfrac{(}{)}{0pt\\input{/etc/passwd}\\immediate\\write18{touch PWNED}}{0}{a}{b}",
                "\\roman{999999999}",
                "\\Roman{999999999}",
                "\\hdotsfor{999999999}",
                "\\begin{array}{*{999999999}{c}}x\\end{array}",
                "\\begin{array}{>{\\input{x}}c}x\\end{array}",
                "\\DeclareMathSizes{1}{1}{1}{1}",
                "\\directlua{os.execute('touch PWNED')}",
                "\\write18{touch PWNED}",
                "\\jlmXML{<a/>}",
                "\\jlmDynamic{x}{y}",
                "\\jlmExternalFont{x}",
                "\\rule{99999cm}{99999cm}",
                "\\hspace{99999cm}",
                "\\fontsize{999}{999}x",
                "\\scalebox{1e9}{x}",
                "\\definecolor{x}{rgb}{1,1,1}",
                "\\DeclareMathOperator{\\x}{y}",
                "\\catcode`\\@=0",
                "\\csname input\\endcsname x",
                "^^5cinput x",
                "x^^5cinput",
                "a%b",
                "a&b",
                "a#1",
                "a\\\\b",
                "\\text{\\input x}",
                "\\text{a_b}",
                "\\operatorname*",
                "\\frac1",
                "x^2^2",
                "x^2'",
                "x_1_2",
                "x^\\sum",
                "x^\\displaystyle",
                "\\left(x",
                "\\left(x\\right",
                "\\left(x\\rightarrow y",
                "\\sqrt[\\left]x\\right.]{y}",
                "}{"
            })
    void commandsThatDoMoreThanStandInAFormulaAreRefused(String tex) {
        assertThat(Formulas.canSet(tex)).isFalse();
        assertThat(LatexText.of("$" + tex + "$"))
                .doesNotContainPattern("(?<!\\\\textbackslash\\{\\})\\\\(input|write|roman|directlua)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x'^2_1",
                "x_1''",
                "\\sqrt[3]{\\lambda}",
                "\\sqrt\\lambda",
                "\\frac\\alpha\\beta",
                "\\left(\\frac{a}{b}\\rightarrow c\\right)",
                "\\left\\{x\\right\\}",
                "\\text{batch size }B",
                "\\mathrm{Tr}\\,W^\\top W",
                "\\lim_{n\\to\\infty}\\sum_{i=1}^{n}\\lambda_i",
                "\\bigl(x\\bigr)",
                "W\\in\\mathbb{R}^{m\\times n}",
                "\\|W\\|_F^2",
                "a\\_b\\%",
                "\\overline{x}\\;\\widehat{y}~z"
            })
    void whatPapersWriteIsSet(String tex) {
        assertThat(Formulas.canSet(tex)).isTrue();
    }

    public static Stream<String> everyCommand() {
        return Stream.of(
                        FormulaCommands.symbols().stream().map(name -> "\\" + name + " x"),
                        FormulaCommands.commands().stream()
                                .map(name -> "\\" + name + "{a}".repeat(FormulaCommands.arguments(name))))
                .flatMap(formulas -> formulas);
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void everyCommandThatIsAllowedCanBeSet(String tex) {
        assertThat(Formulas.canSet(tex)).isTrue();
    }

    @Test
    void oneFormulaChangesNothingOfTheNext() {
        float before = Formulas.icon("\\frac{a}{b^{2}}", 10).getTrueIconHeight();
        RichText.parse("$\\DeclareMathSizes{10}{99}{99}{99}$ $\\scriptscriptstyle x$ $\\displaystyle x$");
        assertThat(Formulas.icon("\\frac{a}{b^{2}}", 10).getTrueIconHeight()).isEqualTo(before);
    }

    @Test
    void formulaOfAThousandCharactersIsSetAndALongerOneIsNot() {
        assertThat(Formulas.canSet("x".repeat(1000))).isTrue();
        assertThat(Formulas.canSet("x".repeat(1001))).isFalse();
    }

    @Test
    void lineThatNoPageHasRoomForIsCut() {
        assertThat(RichText.printable("x".repeat(1000))).hasSize(1000).doesNotContain("…");
        assertThat(RichText.printable("x".repeat(1001))).hasSize(1000).endsWith("…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0085", "\u009b", "\u202e", "\u2028", "\u2029", "\u200b"})
    void charactersThatReorderOrHideAreSpaces(String hostile) {
        assertThat(RichText.printable("a" + hostile + "b")).isEqualTo("a b");
    }

    @Test
    void formulaNestedWithoutEndIsWords() {
        assertThat(Formulas.canSet("{".repeat(400) + "x" + "}".repeat(400))).isFalse();
    }

    @Test
    void wordsOfAnUnreadableFormulaAreSafeInLatex() {
        assertThat(LatexText.of("$\\input{x}$")).isEqualTo("\\$\\textbackslash{}input\\{x\\}\\$");
    }

    @Test
    void controlCharactersBecomeSpaces() {
        assertThat(RichText.parse("a\u0001b\tc").pieces())
                .containsExactly(new RichText.Piece(RichText.Kind.WORD, "a b c"));
    }
}
