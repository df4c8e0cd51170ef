/**
 * ONNX models: the tensors in their graphs, found by a small reader of the Protocol Buffers wire format. Nothing else of
 * a model is kept.
 *
 * <p>May use {@code io}, {@code matrix}, {@code error} and {@code progress}.
 */
package org.eigenscope.io.onnx;
