/**
 * Reads Python pickles as inert data: what a pickle asks to be built is written down, never built. Knows nothing of
 * tensors or files.
 *
 * <p>May use {@code error} only.
 */
package org.eigenscope.io.pickle;
