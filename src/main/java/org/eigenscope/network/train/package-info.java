/**
 * Training by stochastic gradient descent, a step at a time, to the bit the same for the same seed.
 *
 * <p>May use {@code error}, {@code network.array}, {@code network.data}, {@code network.layer}, {@code network.model}, {@code progress}.
 */
package org.eigenscope.network.train;
