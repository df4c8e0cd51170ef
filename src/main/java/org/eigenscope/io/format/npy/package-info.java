/**
 * Arrays as numpy writes them: {@code .npy}, and {@code .npz} archives of them.
 *
 * <p>May use {@code error}, {@code io}, {@code io.kit}, {@code io.kit.archive}, {@code matrix}, {@code progress}.
 */
package org.eigenscope.io.format.npy;
