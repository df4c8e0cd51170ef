/**
 * Spectra and the solvers that compute them.
 *
 * <p>May use {@code matrix}, {@code error}, {@code progress}, EJML and the OpenBLAS binding.
 */
package org.eigenscope.spectrum;
