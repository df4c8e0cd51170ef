/**
 * GGUF files, the format of llama.cpp: their directory, and the block formats in which they keep quantized weights.
 *
 * <p>May use {@code error}, {@code io}, {@code io.kit}, {@code matrix}, {@code progress}.
 */
package org.eigenscope.io.format.gguf;
