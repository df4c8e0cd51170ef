package org.eigenscope.figure.export.type;

import static org.assertj.core.api.Assertions.assertThat;

import org.eigenscope.figure.export.tex.LatexText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulasTest {
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
