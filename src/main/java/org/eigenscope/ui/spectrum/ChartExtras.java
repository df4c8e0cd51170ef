package org.eigenscope.ui.spectrum;

import org.eigenscope.ui.fit.RangeModel;

/**
 * What may be drawn besides a spectrum and its laws.
 *
 * @param ghosts other spectra
 * @param spikes marks of the eigenvalues above a bulk
 * @param range how the fit depends on the range it was made on
 * @param table the chart as numbers
 */
public record ChartExtras(GhostModel ghosts, SpikesModel spikes, RangeModel range, TableModel table) {}
