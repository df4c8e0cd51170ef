/**
 * Safetensors files: their JSON header, checked against the length of the file, and the tensors behind it.
 *
 * <p>May use {@code io}, {@code matrix}, {@code error} and {@code progress}.
 */
package org.eigenscope.io.safetensors;
