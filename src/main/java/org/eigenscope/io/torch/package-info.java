/**
 * PyTorch files: which of the calls in their pickles stand for tensors, and where those tensors' entries lie.
 *
 * <p>May use {@code io}, {@code io.pickle}, {@code matrix}, {@code error} and {@code progress}.
 */
package org.eigenscope.io.torch;
