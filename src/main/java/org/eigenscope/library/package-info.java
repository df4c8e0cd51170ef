/**
 * Opening files, listing what they hold, and choosing a tensor: open files are shared, folders are scanned by first
 * bytes only, and matrices that tensors stand for (adapter products, q, k and v of fused projections) are listed beside
 * them.
 *
 * <p>May use {@code error}, {@code io}, {@code io.registry}, {@code matrix}, {@code progress}.
 */
package org.eigenscope.library;
