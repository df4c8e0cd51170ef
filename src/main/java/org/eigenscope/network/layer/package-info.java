/**
 * The layers of networks: values, gradients and second derivatives of each.
 *
 * <p>May use {@code network.array}.
 */
package org.eigenscope.network.layer;
