package org.eigenscope.ui.main;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eigenscope.fit.diagnosis.Diagnosis;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.ui.text.Numbers;

/** What the status line says. */
final class StatusText {
    static final String SEPARATOR = "  ·  ";

    private StatusText() {}

    /**
     * The counts of a spectrum, who computed it, how long the last refit took, and the phase.
     *
     * @param refitMillis NaN before any
     * @param diagnosis empty before there is one
     * @param misfit whether the law that was last fitted misses the spectrum
     */
    static String of(Spectrum spectrum, double refitMillis, Optional<Diagnosis> diagnosis, boolean misfit) {
        List<String> parts = new ArrayList<>();
        parts.add(counted(spectrum.size(), "eigenvalue", "eigenvalues"));
        parts.add(Numbers.count(spectrum.zeroCount()) + " zero");
        if (spectrum.negative().length > 0) {
            parts.add(Numbers.count(spectrum.negative().length) + " negative");
        }
        parts.add("solver " + spectrum.details().solver());
        if (!Double.isNaN(refitMillis)) {
            parts.add("refit " + Numbers.duration(refitMillis));
        }
        diagnosis.ifPresent(verdict -> parts.add("phase: " + verdict.phase().id()));
        if (misfit) {
            parts.add("MISFIT: the law misses the spectrum");
        }
        return String.join(SEPARATOR, parts);
    }

    private static String counted(int count, String one, String many) {
        return Numbers.count(count) + " " + (count == 1 ? one : many);
    }
}
