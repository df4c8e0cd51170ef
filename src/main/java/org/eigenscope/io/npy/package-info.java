/**
 * Arrays as numpy writes them: {@code .npy}, and {@code .npz} archives of them.
 *
 * <p>May use {@code io}, {@code io.archive}, {@code matrix}, {@code error} and {@code progress}.
 */
package org.eigenscope.io.npy;
