/**
 * What a spectrum says of the network behind it: the phase with its evidence, failure signatures in words, and the metrics that
 * researchers quote.
 *
 * <p>May use {@code fit}, {@code fit.numeric}, {@code fit.tail} and what {@code fit} may use.
 */
package org.eigenscope.fit.diagnosis;
