/**
 * Opening files, listing what they hold, and choosing a tensor: open files are shared, folders are scanned by first
 * bytes only. The matrices that tensors stand for (adapter products, q, k and v of fused projections, members of stacks, packed
 * weights) are listed beside them or can be asked for by name.
 *
 * <p>May use {@code error}, {@code io}, {@code io.model}, {@code io.registry}, {@code matrix}, {@code progress},
 * {@code text}.
 */
package org.eigenscope.library;
