/**
 * Safetensors files: their JSON header, checked against the length of the file, and the tensors behind it.
 *
 * <p>May use {@code error}, {@code io}, {@code io.kit}, {@code io.kit.archive}, {@code matrix}, {@code progress}.
 */
package org.eigenscope.io.format.safetensors;
