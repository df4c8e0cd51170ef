/**
 * The use cases that the window and the command line share: computing each spectrum once, fitting laws with all
 * reported results, finding spikes, and measuring the effect of structure.
 *
 * <p>May use {@code ensemble.spacing}, {@code ensemble.structure}, {@code error}, {@code fit}, {@code fit.compare},
 * {@code fit.diagnosis}, {@code fit.interval}, {@code fit.search}, {@code fit.tail}, {@code io}, {@code law},
 * {@code law.edge}, {@code law.family}, {@code library}, {@code matrix}, {@code progress}, {@code spectrum},
 * {@code spectrum.solve}.
 */
package org.eigenscope.analysis;
