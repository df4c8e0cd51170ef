/**
 * The panel of populations: free multiplicative convolution compared with a simulation.
 *
 * <p>May use {@code ensemble}, {@code ensemble.structure}, {@code error}, {@code figure.axis}, {@code figure.style},
 * {@code law}, {@code law.convolution}, {@code law.family}, {@code progress}, {@code ui.control},
 * {@code ui.repulsion.lab}, {@code ui.repulsion.paint}, {@code ui.task}, {@code ui.text}, {@code ui.theme}.
 */
package org.eigenscope.ui.repulsion.power;
