/**
 * The charts of a training: the spectrum of a matrix, and what is followed along the epochs.
 *
 * <p>May use {@code figure.axis}, {@code figure.style}, {@code ui.repulsion.paint}, {@code ui.text}, {@code ui.theme}.
 */
package org.eigenscope.ui.training.chart;
