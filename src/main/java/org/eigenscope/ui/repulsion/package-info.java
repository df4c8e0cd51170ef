/**
 * The repulsion lab: the eigenvalues of a finite ensemble as a gas on a line, what it looks like locally, where structure,
 * population and temperature take it.
 *
 * <p>May use {@code ensemble}, {@code law}, {@code fit}, {@code analysis}, {@code figure}, {@code ui.work},
 * {@code ui.control}, {@code ui.text}, {@code ui.theme}, {@code ui.settings} and JavaFX.
 */
package org.eigenscope.ui.repulsion;
