/**
 * Random matrices with structure. Each structure is a rule that draws the eigenvalues of one matrix, so that the
 * paper's claim that structure lowers κ can be measured.
 *
 * <p>May use {@code ensemble}, {@code error}, {@code matrix}, {@code progress}, {@code spectrum}, {@code spectrum.solve}.
 */
package org.eigenscope.ensemble.structure;
