package org.eigenscope.figure.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.util.List;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.Panel;
import org.eigenscope.figure.Sheet;
import org.eigenscope.figure.export.page.FigureFormat;
import org.eigenscope.figure.export.type.Formulas;
import org.eigenscope.figure.export.type.LatexText;
import org.eigenscope.figure.export.type.RichText;
import org.eigenscope.figure.export.type.Symbols;
import org.eigenscope.figure.export.type.Typefaces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SymbolsTest {
    private static final String OF_PAPERS =
            "→←↔⇒≠≡∼∝∈∉⊂∑∏∂∇±∓∥‖⟨⟩ℓℝℂℕ†∘⊗⊤½₀₁₂₃₄₅₆₇₈₉⁰¹²³⁴⁵⁶⁷⁸⁹⁻ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρςστυφχψω≤≥≈∞√×·−";

    @Test
    void tablesSayWhatTheFacesCanDraw() {
        for (Font face : Typefaces.load().all()) {
            assertThat(Symbols.ofTheFace()).as(face.getName()).allMatch(face::canDisplay);
            assertThat(Symbols.ofTex()).as(face.getName()).noneMatch(face::canDisplay);
        }
    }

    @Test
    void everySymbolCanBeSetAsAFormula() {
        assertThat(Symbols.ofTex()).allMatch(c -> Formulas.canSet(Symbols.tex(c).orElseThrow()));
        assertThat(Symbols.ofTheFace())
                .allMatch(c -> Formulas.canSet(Symbols.tex(c).orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(strings = {OF_PAPERS, "∇ at the end →", "$σ₁² → ∞$", "$λ ∈ ℝ⁺$"})
    void whatPapersUseIsShownInEveryFormat(String title) {
        assertThat(MissingLetters.of(titled(title), FigureFormat.PDF)).isEmpty();
        assertThat(MissingLetters.of(titled(title), FigureFormat.TEX)).isEmpty();
    }

    @Test
    void whatNoFontHasIsNamed() {
        Sheet sheet = titled("层 and 🙂, twice 层, $中$");
        assertThat(MissingLetters.of(sheet, FigureFormat.PDF)).containsExactly("层", "🙂", "中");
        assertThat(MissingLetters.of(sheet, FigureFormat.TEX)).containsExactly("层", "🙂", "中");
    }

    @Test
    void symbolsAmongWordsAreFormulasOfTheirOwn() {
        assertThat(RichText.parse("A→∞ κ₁₂ 𝔼f").pieces())
                .containsExactly(
                        new RichText.Piece(RichText.Kind.WORD, "A"),
                        new RichText.Piece(RichText.Kind.FORMULA, "\\to"),
                        new RichText.Piece(RichText.Kind.WORD, "∞ "),
                        new RichText.Piece(RichText.Kind.VARIABLE, "κ"),
                        new RichText.Piece(RichText.Kind.LOWERED, "12"),
                        new RichText.Piece(RichText.Kind.WORD, " "),
                        new RichText.Piece(RichText.Kind.FORMULA, "\\mathbb{E}"),
                        new RichText.Piece(RichText.Kind.WORD, "f"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "x → y, x $\\to$ y",
                "‖W‖, $\\|$W$\\|$",
                "κ₀ ≠ ο, $\\kappa$$_{0}$ $\\ne$ $o$",
                "½ Ω, $\\tfrac{1}{2}$ $\\Omega$",
                "10⁻⁷, 10$^{-7}$",
                "κ\u0302 of x\u0303, $\\hat{\\kappa}$ of $\\tilde{x}$",
                "a\u0302, â",
                "$σ\u0304²$, $\\bar{\\sigma}^{2}$",
                "Größe 层, Größe ?",
                "$x₁₂² ∈ ℝ$, $x_{12}^{2} \\in  \\mathbb{R} $",
                "$\\text{a → b}$, \\$\\textbackslash{}text\\{a $\\to$ b\\}\\$"
            })
    void latexIsGivenItsOwnCommands(String label, String latex) {
        assertThat(LatexText.of(label)).isEqualTo(latex);
    }

    @Test
    void everyLabelOfASheetIsLookedAt() {
        Panel panel = Panel.of(
                        FigureSpec.EMPTY.withXAxis(FigureSpec.EMPTY.xAxis().withLabel("甲")))
                .withNotes(List.of("乙"));
        assertThat(MissingLetters.of(Sheet.of(panel), FigureFormat.SVG)).containsExactly("甲", "乙");
    }

    private static Sheet titled(String title) {
        return Sheet.of(Panel.of(FigureSpec.EMPTY.withTitle(title)));
    }
}
