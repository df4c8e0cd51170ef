/**
 * Tables of numbers as text: the dialect guessed from the first lines, cells parsed without a detour over strings.
 *
 * <p>May use {@code io}, {@code io.archive}, {@code matrix}, {@code error} and {@code progress}.
 */
package org.eigenscope.io.text;
