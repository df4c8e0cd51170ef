/**
 * Reading matrices from files: one {@link org.eigenscope.io.MatrixReader} per format, recognised by content first and
 * name second. Files are hostile until proven otherwise: every declared size is checked against the file's real length.
 *
 * <p>May use {@code matrix}, {@code error}, {@code progress} and the format libraries.
 */
package org.eigenscope.io;
