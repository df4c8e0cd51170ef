/**
 * The server through which a program on the same machine sends matrices, spectra and metrics, and gets fits and figures back: what it
 * accepts, what it refuses, and what it keeps.
 *
 * <p>May use {@code error}, {@code io}, {@code io.format.npy}, {@code io.kit}, {@code matrix}, {@code progress},
 * {@code spectrum}, {@code spectrum.solve}, {@code text}.
 */
package org.eigenscope.bridge;
