package org.eigenscope.ui.fit;

import java.util.Objects;
import org.eigenscope.law.LawFamily;
import org.eigenscope.law.SpectralLaw;

/**
 * A law that is drawn over the spectrum.
 *
 * @param family whose name and colour it has
 * @param law the law at the parameters on screen
 */
public record LawCurve(LawFamily family, SpectralLaw law) {
    public LawCurve {
        Objects.requireNonNull(family, "family");
        Objects.requireNonNull(law, "law");
    }
}
