/**
 * The panel of local statistics: spacings, number variance, spacing ratio.
 *
 * <p>May use {@code ensemble.spacing}, {@code error}, {@code figure.axis}, {@code figure.style}, {@code law},
 * {@code progress}, {@code ui.repulsion.lab}, {@code ui.repulsion.paint}, {@code ui.task}, {@code ui.text},
 * {@code ui.theme}.
 */
package org.eigenscope.ui.repulsion.spacing;
