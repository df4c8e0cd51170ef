package org.eigenscope.figure.export.type;

import java.awt.Insets;
import java.util.Optional;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;
import org.scilab.forge.jlatexmath.TeXIcon;

/**
 * Sets formulas with JLaTeXMath. Labels come from sessions, and sessions may come from strangers, so only formulas that
 * {@link FormulaGrammar} accepts are set.
 */
public final class Formulas {
    /** JLaTeXMath's Computer Modern is small beside Roboto. */
    private static final double SIZE = 1.12;

    private Formulas() {}

    /** Whether a formula can be set; otherwise it is shown as it was typed: a figure with one wrong label is still a figure. */
    public static boolean canSet(String tex) {
        return FormulaGrammar.accepts(tex) && set(tex, 1).isPresent();
    }

    /** A formula that {@link #canSet} at a size of type. */
    static TeXIcon icon(String tex, double size) {
        return set(tex, size).orElseThrow(() -> new IllegalArgumentException("formula " + tex + " cannot be set"));
    }

    private static Optional<TeXIcon> set(String tex, double size) {
        try {
            TeXIcon icon = new TeXFormula(tex).createTeXIcon(TeXConstants.STYLE_TEXT, (float) (SIZE * size));
            icon.setInsets(new Insets(0, 0, 0, 0), true);
            icon.paintIcon(null, new Outlines(), 0, 0);
            return Optional.of(icon);
        } catch (RuntimeException unreadable) {
            // its parser fails in many ways: of its own, over missing fonts, over an index
            return Optional.empty();
        }
    }
}
