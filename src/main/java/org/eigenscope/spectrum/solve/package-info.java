/**
 * From a matrix to its spectrum: the list of solvers and the choice of one, and the assembly of the result.
 *
 * <p>May use {@code error}, {@code matrix}, {@code progress}, {@code spectrum}, {@code spectrum.dense},
 * {@code spectrum.engine}, {@code spectrum.krylov}.
 */
package org.eigenscope.spectrum.solve;
