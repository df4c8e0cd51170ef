/**
 * The use cases that the window and the command line share: choosing a matrix, opening files once, computing each
 * spectrum once.
 *
 * <p>May use every core package: matrix, io, spectrum, histogram, law, ensemble, fit, error, progress.
 */
package org.eigenscope.analysis;
