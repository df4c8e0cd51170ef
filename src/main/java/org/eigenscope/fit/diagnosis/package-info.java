/**
 * What a spectrum says of the network behind it: the phase with its evidence, failure signatures in words, and the
 * metrics that researchers quote.
 *
 * <p>May use {@code error}, {@code fit}, {@code fit.compare}, {@code fit.model}, {@code fit.numeric}, {@code fit.search},
 * {@code fit.tail}, {@code law}, {@code law.family}, {@code matrix}, {@code progress}, {@code spectrum}.
 */
package org.eigenscope.fit.diagnosis;
