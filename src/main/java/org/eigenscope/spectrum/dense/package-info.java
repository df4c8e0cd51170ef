/**
 * Solvers and products for matrices in memory: EJML in Java and OpenBLAS in native code.
 *
 * <p>May use {@code error}, {@code matrix}, {@code natives}, {@code progress}, {@code spectrum}, {@code spectrum.engine}.
 */
package org.eigenscope.spectrum.dense;
