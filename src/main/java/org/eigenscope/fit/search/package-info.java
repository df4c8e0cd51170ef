/**
 * The search for the best parameters, and the warnings about a fit. The entry point is {@link
 * org.eigenscope.fit.search.SpectralFitter}.
 *
 * <p>May use {@code error}, {@code fit}, {@code fit.model}, {@code fit.numeric}, {@code fit.objective}, {@code law},
 * {@code law.family}, {@code progress}.
 */
package org.eigenscope.fit.search;
