/**
 * TensorFlow Lite models: tables of FlatBuffers, integers dequantised, kernels with the axes that are usual elsewhere.
 *
 * <p>May use {@code error}, {@code io}, {@code io.kit}, {@code matrix}, {@code progress}.
 */
package org.eigenscope.io.format.tflite;
