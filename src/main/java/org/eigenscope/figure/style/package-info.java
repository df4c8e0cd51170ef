/**
 * Colours, line styles, markers and themes of figures.
 *
 * <p>May use {@code law.family}.
 */
package org.eigenscope.figure.style;
