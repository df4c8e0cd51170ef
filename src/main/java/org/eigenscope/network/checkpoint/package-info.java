/**
 * Networks in files: checkpoints of trainings, and state_dicts of PyTorch.
 *
 * <p>May use {@code error}, {@code io}, {@code io.format.safetensors}, {@code io.registry}, {@code matrix}, {@code network.layer},
 * {@code network.model}, {@code network.train}, {@code progress}.
 */
package org.eigenscope.network.checkpoint;
