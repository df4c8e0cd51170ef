package org.eigenscope.ui.spectrum;

import java.util.List;
import javafx.beans.Observable;
import org.eigenscope.ui.fit.RangeModel;

/**
 * What may be drawn in addition to a spectrum and its laws.
 *
 * @param ghosts other spectra
 * @param spikes marks of the eigenvalues above a bulk
 * @param range how the fit depends on the range it was made on
 * @param table the chart as numbers
 */
public record ChartExtras(GhostModel ghosts, SpikesModel spikes, RangeModel range, TableModel table) {
    /** All that a session remembers of them. */
    public List<Observable> changes() {
        return List.of(
                ghosts.drawnProperty(),
                ghosts.keptProperty(),
                spikes.foundProperty(),
                spikes.shownProperty(),
                range.studyProperty(),
                range.shownProperty(),
                table.shownProperty());
    }
}
