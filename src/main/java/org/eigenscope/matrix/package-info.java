/**
 * Matrix values with their shape, element type and provenance, and the conventions that turn one into a spectrum.
 *
 * <p>May use {@code error}.
 */
package org.eigenscope.matrix;
