/**
 * The page of a figure: its size, type and ground, presets of journals, formats, and what is attached to a file.
 *
 * <p>May use {@code error}, {@code figure.axis}, {@code figure.style}.
 */
package org.eigenscope.figure.export.page;
