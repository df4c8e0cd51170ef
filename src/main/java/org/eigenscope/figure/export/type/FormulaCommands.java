package org.eigenscope.figure.export.type;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The commands that formulas in labels may hold. LaTeX with amsmath and amssymb knows all of them; none reads or writes a file,
 * defines anything, repeats anything or changes what comes after the formula.
 */
public final class FormulaCommands {
    /** Commands for one letter or sign each, which may be an index or exponent without braces. */
    private static final Set<String> LETTERS = words("""
            alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa varkappa lambda mu nu xi pi varpi rho
            varrho sigma varsigma tau upsilon phi varphi chi psi omega
            Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega
            ell partial infty prime ast star circ dagger top bot pm perp
            """);

    /** Commands for symbols, which take no argument. */
    private static final Set<String> SYMBOLS = words("""
            hbar ell imath jmath wp Re Im aleph beth partial infty nabla prime emptyset varnothing
            forall exists nexists neg lnot top bot angle triangle square complement
            surd sum prod coprod int iint iiint oint bigcup bigcap bigoplus bigotimes bigodot bigvee bigwedge
            pm mp times div cdot ast star circ bullet cap cup setminus vee wedge lor land oplus ominus otimes oslash odot
            dagger ddagger amalg bigcirc uplus sqcap sqcup
            le leq ge geq ne neq equiv sim simeq approx cong propto ll gg lll ggg lesssim gtrsim lessapprox gtrapprox
            leqslant geqslant leqq geqq prec succ preceq succeq precsim succsim asymp doteq triangleq
            in notin ni owns subset subseteq subsetneq supset supseteq supsetneq mid nmid parallel nparallel perp
            vdash dashv models because therefore
            to gets leftarrow rightarrow leftrightarrow Leftarrow Rightarrow Leftrightarrow uparrow downarrow updownarrow
            Uparrow Downarrow mapsto longleftarrow longrightarrow longleftrightarrow Longleftarrow Longrightarrow
            Longleftrightarrow longmapsto hookrightarrow hookleftarrow rightharpoonup rightleftharpoons leadsto
            nearrow searrow swarrow nwarrow iff implies
            ldots cdots vdots ddots dots colon vert Vert
            langle rangle lfloor rfloor lceil rceil lbrace rbrace backslash
            log ln lg exp sin cos tan cot sec csc sinh cosh tanh coth arcsin arccos arctan arg deg det dim gcd hom inf ker
            lim liminf limsup max min Pr sup
            quad qquad thinspace displaystyle textstyle scriptstyle scriptscriptstyle
            """);

    /** Commands that take formulas in braces, with the number of formulas. */
    private static final Map<String, Integer> ARGUMENTS = Stream.of(
                    count(1, """
                            hat tilde bar vec dot ddot dddot acute grave check breve mathring widehat widetilde overline
                            underline overbrace underbrace overrightarrow overleftarrow
                            mathrm mathbf mathit mathsf mathtt mathcal mathbb mathfrak mathnormal boldsymbol operatorname
                            """), count(2, "frac dfrac tfrac binom stackrel overset underset"))
            .flatMap(table -> table.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /** Commands that take text in braces, without commands in it. */
    private static final Set<String> TEXTS = words("text mbox textrm textbf textit textsf texttt");

    /** Commands that take one delimiter and set its size. */
    private static final Set<String> SIZES = words("big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr");

    private static final Set<String> DELIMITERS = words("""
            ( ) [ ] | / . < > \\{ \\} \\| \\langle \\rangle \\lfloor \\rfloor \\lceil \\rceil \\lbrace \\rbrace \\vert \\Vert
            \\uparrow \\downarrow \\backslash
            """);

    /** Commands of one character: spaces, and characters that mean something else without the backslash. */
    private static final String ESCAPED = ",:;! {}|_%&#$";

    private FormulaCommands() {}

    private static Set<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, Integer> count(int arguments, String names) {
        return words(names).stream().collect(Collectors.toMap(Function.identity(), name -> arguments));
    }

    /** Whether a command stands alone; its name is without the backslash. */
    static boolean isSymbol(String name) {
        return SYMBOLS.contains(name) || LETTERS.contains(name) || (name.length() == 1 && ESCAPED.contains(name));
    }

    /** Whether a command is one letter or sign. */
    static boolean isLetter(String name) {
        return LETTERS.contains(name);
    }

    /** How many formulas a command takes, 0 if it is none of those that do. */
    public static int arguments(String name) {
        return ARGUMENTS.getOrDefault(name, 0);
    }

    /** Whether a command takes words. */
    static boolean takesText(String name) {
        return TEXTS.contains(name);
    }

    /** Whether a command takes a delimiter. */
    static boolean takesDelimiter(String name) {
        return SIZES.contains(name);
    }

    /** Whether a character, or a command with its backslash, is a delimiter. */
    static boolean isDelimiter(String token) {
        return DELIMITERS.contains(token);
    }

    /** The names of all symbols, for tests. */
    public static Set<String> symbols() {
        return Stream.of(LETTERS, SYMBOLS).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }

    /** The names of all commands that take formulas, for tests. */
    public static Set<String> commands() {
        return ARGUMENTS.keySet();
    }
}
