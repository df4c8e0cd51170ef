/**
 * The Repulsion tab: controls on the left, the eigenvalues in the middle, one of four panels on the right.
 *
 * <p>May use {@code law.family}, {@code ui.control}, {@code ui.repulsion.lab}, {@code ui.repulsion.paint},
 * {@code ui.repulsion.plane}, {@code ui.repulsion.power}, {@code ui.repulsion.spacing},
 * {@code ui.repulsion.structure}, {@code ui.text}, {@code ui.theme}.
 */
package org.eigenscope.ui.repulsion;
