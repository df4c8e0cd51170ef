/**
 * GGUF files, the format of llama.cpp: their directory, and the block formats in which they keep quantized weights.
 *
 * <p>May use {@code io}, {@code matrix}, {@code error} and {@code progress}.
 */
package org.eigenscope.io.gguf;
