package org.eigenscope.ui.session;

import java.util.List;
import java.util.Optional;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.session.SeriesPlan;
import org.eigenscope.session.Session;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.ui.figure.SheetScene;
import org.eigenscope.ui.spectrum.SpectrumModel;

/**
 * A session whose input files were found.
 *
 * @param session what was saved
 * @param targets the matrices that it refers to, in the order of its inputs
 * @param kept the spectra of the ghosts that were kept, in order
 * @param sheet the whole figure, if the chart of the window cannot show all of it
 */
record FoundSession(Session session, List<MatrixTarget> targets, List<Spectrum> kept, Optional<SheetScene> sheet) {
    FoundSession {
        targets = List.copyOf(targets);
        kept = List.copyOf(kept);
    }

    /** The spectrum that the chart shows. */
    SeriesPlan first() {
        return session.panels().get(0).series().get(0);
    }

    /** The matrix of that spectrum. */
    MatrixTarget target() {
        return targets.get(first().input());
    }

    /** Whether the chart shows that spectrum, taken as it was saved. */
    boolean isShownIn(SpectrumModel.Shown shown) {
        return shown.tensor().isAt(target())
                && shown.options().equals(session.conventions().options());
    }
}
