/**
 * Models that lie in several files under one index ({@code model.safetensors.index.json} and its PyTorch kin).
 *
 * <p>May use {@code io}, {@code io.safetensors}, {@code io.torch}, {@code matrix}, {@code error} and {@code progress}.
 */
package org.eigenscope.io.shard;
