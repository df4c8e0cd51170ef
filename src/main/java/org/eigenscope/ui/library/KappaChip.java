package org.eigenscope.ui.library;

import java.util.ArrayList;
import java.util.List;
import org.eigenscope.ui.text.Numbers;

/**
 * The fitted κ of a matrix beside its name. Numbers of different laws or samples say different things, so each says how it was had
 * where that is not by inverse HTMP to all positive eigenvalues.
 *
 * @param kappa κ̂
 * @param isDirect whether the law is direct HTMP
 * @param left how many positive eigenvalues were left out of the fit
 */
public record KappaChip(double kappa, boolean isDirect, int left) {
    /** The text on the chip. */
    String text() {
        return "κ " + Numbers.formatShort(kappa) + (isDirect ? " dir" : "")
                + (left > 0 ? " −" + Numbers.count(left) : "");
    }

    /** The text of its tooltip. */
    String meaning() {
        List<String> sentences = new ArrayList<>();
        sentences.add("Fitted κ, the eigenvalue repulsion of " + (isDirect ? "direct" : "inverse") + " HTMP");
        sentences.add(
                left > 0
                        ? "fitted without " + Numbers.count(left) + " trimmed eigenvalue" + (left == 1 ? "" : "s")
                        : "fitted to all positive eigenvalues");
        return String.join(", ", sentences);
    }
}
