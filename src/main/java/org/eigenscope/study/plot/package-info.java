/**
 * Plots of a study as figures, without a toolkit: along depth, along a series with bands, against each other, as a heat map, a
 * histogram or a waterfall, and free energies. Points and cells carry the numbers of their rows.
 *
 * <p>May use {@code error}, {@code figure}, {@code figure.axis}, {@code figure.export.write}, {@code figure.style},
 * {@code io}, {@code spectrum}, {@code study}, {@code study.energy}, {@code study.query}, {@code study.statistic},
 * {@code study.survey}.
 */
package org.eigenscope.study.plot;
