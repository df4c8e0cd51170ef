/**
 * Comparisons of fits: the league of laws by AIC, Vuong's test, and refits over trimmed ranges.
 *
 * <p>May use {@code error}, {@code fit}, {@code fit.objective}, {@code fit.search}, {@code law.family}, {@code progress}.
 */
package org.eigenscope.fit.compare;
