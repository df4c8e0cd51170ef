/**
 * The lab: an ensemble, its dynamics, and the frames that show them.
 *
 * <p>May use {@code ensemble}, {@code ensemble.gas}, {@code ensemble.spacing}, {@code error}, {@code figure.axis},
 * {@code figure.style}, {@code fit}, {@code law}, {@code law.family}, {@code progress}, {@code ui.control},
 * {@code ui.repulsion.paint}, {@code ui.settings}, {@code ui.task}, {@code ui.text}.
 */
package org.eigenscope.ui.repulsion.lab;
