/**
 * The panel of structured matrices: κ̂ and spacing ratio of each structure, shown as they are measured.
 *
 * <p>May use {@code analysis}, {@code ensemble.structure}, {@code error}, {@code figure.axis}, {@code fit},
 * {@code progress}, {@code ui.task}, {@code ui.text}.
 */
package org.eigenscope.ui.repulsion.structure;
