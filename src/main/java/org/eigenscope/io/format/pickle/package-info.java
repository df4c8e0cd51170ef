/**
 * Reads Python pickles as inert data: what a pickle asks to be built is written down, never built. Knows nothing of
 * tensors or files.
 *
 * <p>Uses nothing else of the project.
 */
package org.eigenscope.io.format.pickle;
