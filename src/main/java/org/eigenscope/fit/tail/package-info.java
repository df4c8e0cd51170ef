/**
 * The power-law tail of a spectrum: exponent and x_min after Clauset, Shalizi and Newman, its competitors, and the Hill
 * plot.
 *
 * <p>May use {@code error}, {@code fit.compare}, {@code fit.numeric}, {@code law}, {@code progress}.
 */
package org.eigenscope.fit.tail;
