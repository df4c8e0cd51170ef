/**
 * Matrix values with their shape, element type and provenance, and the conventions for taking a spectrum of one.
 *
 * <p>May use {@code error}.
 */
package org.eigenscope.matrix;
