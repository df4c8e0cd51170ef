/**
 * Neural scaling laws: the expected error of ridgeless regression from a spectrum, and the error measured with a kernel matrix.
 *
 * <p>May use {@code error}, {@code progress}.
 */
package org.eigenscope.network.scaling;
