package org.eigenscope.figure.export.type;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The characters of mathematics as people type them into labels, and TeX's commands for them. */
public final class Symbols {
    /** Those that the figures' face can draw. */
    private static final Map<Integer, String> OF_THE_FACE = table("""
            α \\alpha β \\beta γ \\gamma δ \\delta ε \\varepsilon ζ \\zeta η \\eta θ \\theta ι \\iota κ \\kappa λ \\lambda
            μ \\mu ν \\nu ξ \\xi ο o π \\pi ρ \\rho ς \\varsigma σ \\sigma τ \\tau υ \\upsilon φ \\varphi χ \\chi ψ \\psi
            ω \\omega ϑ \\vartheta ϖ \\varpi µ \\mu
            Α \\mathrm{A} Β \\mathrm{B} Γ \\Gamma Δ \\Delta Ε \\mathrm{E} Ζ \\mathrm{Z} Η \\mathrm{H} Θ \\Theta Ι \\mathrm{I}
            Κ \\mathrm{K} Λ \\Lambda Μ \\mathrm{M} Ν \\mathrm{N} Ξ \\Xi Ο \\mathrm{O} Π \\Pi Ρ \\mathrm{P} Σ \\Sigma
            Τ \\mathrm{T} Υ \\Upsilon Φ \\Phi Χ \\mathrm{X} Ψ \\Psi Ω \\Omega Ω \\Omega
            − - × \\times · \\cdot ÷ \\div ± \\pm ¬ \\neg ≤ \\le ≥ \\ge ≈ \\approx ≠ \\ne ∞ \\infty √ \\surd ∫ \\int
            ∂ \\partial ∆ \\Delta ∏ \\prod ∑ \\sum † \\dagger ‡ \\ddagger ℓ \\ell ½ \\tfrac{1}{2} ¼ \\tfrac{1}{4}
            ¾ \\tfrac{3}{4} ′ ' ″ '' ° ^{\\circ}
            """);

    /** Those that it lacks. */
    private static final Map<Integer, String> OF_TEX = table("""
            → \\to ← \\leftarrow ↔ \\leftrightarrow ↑ \\uparrow ↓ \\downarrow ↦ \\mapsto ⇒ \\Rightarrow ⇐ \\Leftarrow
            ⇔ \\Leftrightarrow ⟶ \\longrightarrow ⟵ \\longleftarrow ⟹ \\Longrightarrow
            ≡ \\equiv ∼ \\sim ≃ \\simeq ≅ \\cong ∝ \\propto ≪ \\ll ≫ \\gg ≲ \\lesssim ≳ \\gtrsim ≺ \\prec ≻ \\succ
            ≜ \\triangleq ≔ := ⊢ \\vdash ∣ \\mid ∥ \\parallel ‖ \\|
            ∈ \\in ∉ \\notin ∋ \\ni ⊂ \\subset ⊆ \\subseteq ⊃ \\supset ⊇ \\supseteq ∪ \\cup ∩ \\cap ∅ \\emptyset
            ∖ \\setminus ∀ \\forall ∃ \\exists ∧ \\wedge ∨ \\vee
            ∇ \\nabla ∓ \\mp ∘ \\circ ∗ \\ast ⋅ \\cdot ⋆ \\star ⊗ \\otimes ⊕ \\oplus ⊙ \\odot ⊤ \\top ⊥ \\perp ⋯ \\cdots
            ⟨ \\langle ⟩ \\rangle ⌊ \\lfloor ⌋ \\rfloor ⌈ \\lceil ⌉ \\rceil
            ℝ \\mathbb{R} ℂ \\mathbb{C} ℕ \\mathbb{N} ℤ \\mathbb{Z} ℚ \\mathbb{Q} ℙ \\mathbb{P} 𝔼 \\mathbb{E}
            ℋ \\mathcal{H} ℒ \\mathcal{L} 𝒩 \\mathcal{N} 𝒪 \\mathcal{O} ℏ \\hbar ℜ \\Re ℑ \\Im
            ϵ \\epsilon ϕ \\phi ϱ \\varrho ϰ \\varkappa
            """);

    /** Combining characters, which stand after their letter. */
    private static final Map<Integer, String> ACCENTS = Map.of(
            0x302, "\\hat", 0x303, "\\tilde", 0x304, "\\bar", 0x305, "\\bar", 0x307, "\\dot", 0x308, "\\ddot", 0x20d7,
            "\\vec");

    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿⁱᵀ";
    private static final String FROM_RAISED = "0123456789+−()niT";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙₘₖᵢⱼₜₓ";
    private static final String FROM_LOWERED = "0123456789+−=()nmkijtx";

    private Symbols() {}

    private static Map<Integer, String> table(String pairs) {
        Map<Integer, String> table = new HashMap<>();
        String[] words = pairs.strip().split("\\s+");
        for (int i = 0; i < words.length; i += 2) {
            table.put(words[i].codePointAt(0), words[i + 1]);
        }
        return Map.copyOf(table);
    }

    /** TeX's command for a character, for formulas. */
    public static Optional<String> tex(int c) {
        return Stream.of(OF_THE_FACE, OF_TEX)
                .map(table -> table.get(c))
                .filter(tex -> tex != null)
                .findFirst();
    }

    /** TeX's commands for a letter and an accent over it that follows. */
    static Optional<String> accented(int letter, int accent) {
        boolean latin = (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z');
        Optional<String> below = latin ? Optional.of(Character.toString(letter)) : tex(letter);
        return Optional.ofNullable(ACCENTS.get(accent)).flatMap(above -> below.map(tex -> above + "{" + tex + "}"));
    }

    /** Whether only TeX's fonts have a character. */
    static boolean isOfTex(int c) {
        return OF_TEX.containsKey(c);
    }

    /** The characters that the figures' face is taken to have. */
    public static Set<Integer> ofTheFace() {
        return OF_THE_FACE.keySet();
    }

    /** The characters that it is taken to lack. */
    public static Set<Integer> ofTex() {
        return OF_TEX.keySet();
    }

    /** The plain character of a raised one, of which the face lacks some. */
    static Optional<Character> fromRaised(int c) {
        return from(c, RAISED, FROM_RAISED);
    }

    /** The plain character of a lowered one. */
    static Optional<Character> fromLowered(int c) {
        return from(c, LOWERED, FROM_LOWERED);
    }

    private static Optional<Character> from(int c, String shifted, String plain) {
        int at = shifted.indexOf(c);
        return at < 0 ? Optional.empty() : Optional.of(plain.charAt(at));
    }
}
