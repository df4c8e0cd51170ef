/**
 * Random matrices with structure, each as a rule that draws the eigenvalues of one: what the paper says lowers κ, to be
 * measured.
 *
 * <p>May use {@code ensemble}, {@code error}, {@code matrix}, {@code progress}, {@code spectrum}, {@code spectrum.solve}.
 */
package org.eigenscope.ensemble.structure;
