package org.eigenscope.ui.spectrum;

import org.eigenscope.fit.compare.KappaByRange;
import org.eigenscope.ui.text.Numbers;

/** The panel of how κ depends on the range of the fit. */
final class RangeText {
    private RangeText() {}

    static String of(KappaByRange study) {
        return "ln of κ, fitted from here up (solid) or up to here (dashed), over κ of all, "
                + Numbers.formatShort(study.all());
    }
}
