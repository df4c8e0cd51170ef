/**
 * The power-law tail of a spectrum: exponent and x_min after Clauset, Shalizi and Newman, its rivals, and the Hill plot.
 *
 * <p>May use {@code fit}, {@code fit.numeric} and what {@code fit} may use.
 */
package org.eigenscope.fit.tail;
