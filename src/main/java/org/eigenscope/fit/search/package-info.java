/**
 * The search for the best parameters, and what a user should know before believing them. Entry point:
 * {@link org.eigenscope.fit.search.SpectralFitter}.
 *
 * <p>May use {@code error}, {@code fit}, {@code fit.model}, {@code fit.numeric}, {@code fit.objective}, {@code law},
 * {@code law.family}, {@code progress}.
 */
package org.eigenscope.fit.search;
