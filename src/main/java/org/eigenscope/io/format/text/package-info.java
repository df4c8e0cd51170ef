/**
 * Tables of numbers as text: the dialect is guessed from the first lines, cells are parsed without creating strings.
 *
 * <p>May use {@code error}, {@code io}, {@code io.kit}, {@code io.kit.archive}, {@code matrix}, {@code progress}.
 */
package org.eigenscope.io.format.text;
