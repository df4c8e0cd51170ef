/**
 * Models of TensorFlow.js: the manifest in {@code model.json}, files of weights beside it, integers dequantised.
 *
 * <p>May use {@code error}, {@code io}, {@code io.format.hdf}, {@code io.kit}, {@code matrix}, {@code progress}.
 */
package org.eigenscope.io.format.tfjs;
