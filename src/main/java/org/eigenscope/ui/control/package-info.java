/**
 * Controls that several screens share.
 *
 * <p>May use {@code figure.style}, {@code text}, {@code ui.task}.
 */
package org.eigenscope.ui.control;
