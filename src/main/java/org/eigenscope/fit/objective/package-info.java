/**
 * The functions that a fit maximises or minimises: log-likelihood with its scores, distances, penalties.
 *
 * <p>May use {@code error}, {@code fit}, {@code fit.model}, {@code fit.numeric}, {@code law}, {@code law.family},
 * {@code progress}.
 */
package org.eigenscope.fit.objective;
