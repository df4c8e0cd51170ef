/**
 * Random matrices with structure, each as a rule that draws the eigenvalues of one: what the paper says lowers κ, to be
 * measured.
 *
 * <p>May use {@code ensemble}, {@code matrix}, {@code spectrum}, {@code progress} and {@code error}.
 */
package org.eigenscope.ensemble.structure;
