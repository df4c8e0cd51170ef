/**
 * The list of all readers, and the choice of one for a file: by its content first, by its name second.
 *
 * <p>May use {@code error}, {@code io}, {@code io.format.gguf}, {@code io.format.hdf}, {@code io.format.keras},
 * {@code io.format.mat}, {@code io.format.matrixmarket}, {@code io.format.npy}, {@code io.format.onnx},
 * {@code io.format.safetensors}, {@code io.format.shard}, {@code io.format.text}, {@code io.format.tfjs},
 * {@code io.format.tflite}, {@code io.format.torch},
 * {@code io.kit}, {@code io.kit.archive}, {@code progress}.
 */
package org.eigenscope.io.registry;
