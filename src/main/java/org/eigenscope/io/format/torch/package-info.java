/**
 * PyTorch files: which of the calls in their pickles stand for tensors, and where the entries of those tensors lie.
 *
 * <p>May use {@code error}, {@code io}, {@code io.format.npy}, {@code io.format.pickle}, {@code io.kit},
 * {@code io.kit.archive}, {@code matrix}, {@code progress}.
 */
package org.eigenscope.io.format.torch;
