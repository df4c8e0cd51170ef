/**
 * Spectra as values: eigenvalues with zeros and negatives kept separate, estimated densities, and the options of both.
 *
 * <p>May use {@code error}, {@code matrix}.
 */
package org.eigenscope.spectrum;
