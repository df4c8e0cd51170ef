/**
 * The page of a figure: its size, type and background, presets of journals, file formats, and the texts that are
 * attached to a file.
 *
 * <p>May use {@code error}, {@code figure.axis}, {@code figure.style}.
 */
package org.eigenscope.figure.export.page;
