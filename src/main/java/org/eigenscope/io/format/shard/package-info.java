/**
 * Models that lie in several files under one index, such as {@code model.safetensors.index.json}.
 *
 * <p>May use {@code error}, {@code io}, {@code io.format.safetensors}, {@code io.format.torch}, {@code io.kit},
 * {@code io.kit.archive}, {@code progress}.
 */
package org.eigenscope.io.format.shard;
