/**
 * ONNX models: the tensors in their graphs, found by a small reader of the Protocol Buffers wire format. Nothing else of
 * a model is kept.
 *
 * <p>May use {@code error}, {@code io}, {@code io.kit}, {@code matrix}, {@code progress}.
 */
package org.eigenscope.io.format.onnx;
