/**
 * Writes a figure in the format that was asked for, and finds the session in a figure that was written.
 *
 * <p>May use {@code error}, {@code figure}, {@code figure.axis}, {@code figure.export.page}, {@code figure.export.tex},
 * {@code figure.export.type}, {@code figure.export.write}.
 */
package org.eigenscope.figure.export;
