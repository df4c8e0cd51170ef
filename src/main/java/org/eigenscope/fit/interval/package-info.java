/**
 * The uncertainty of a fit: profile likelihood, likelihood maps, parametric bootstrap.
 *
 * <p>May use {@code ensemble}, {@code error}, {@code fit}, {@code fit.model}, {@code fit.numeric}, {@code fit.objective},
 * {@code fit.search}, {@code law}, {@code law.family}, {@code progress}.
 */
package org.eigenscope.fit.interval;
