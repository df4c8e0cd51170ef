/**
 * Feature matrices of networks: Gram matrices of activations, tangent kernels, and the curvature of the loss.
 *
 * <p>May use {@code error}, {@code matrix}, {@code network.array}, {@code network.data}, {@code network.layer}, {@code network.model},
 * {@code progress}, {@code spectrum}, {@code spectrum.dense}, {@code spectrum.engine}, {@code spectrum.krylov}.
 */
package org.eigenscope.network.feature;
