/**
 * One parameter of the law on screen: slider, field, lock, strip of its likelihood, and the table of all of them.
 *
 * <p>May use {@code analysis}, {@code figure.style}, {@code fit}, {@code law}, {@code law.family}, {@code ui.control},
 * {@code ui.task}, {@code ui.text}, {@code ui.theme}.
 */
package org.eigenscope.ui.fit.parameter;
