/**
 * Spectra as values: eigenvalues with zeros and negatives apart, estimated densities, and the options that ask for them.
 *
 * <p>May use {@code error}, {@code matrix}.
 */
package org.eigenscope.spectrum;
