/**
 * What the readers of all formats share: dense layouts, blocks of bytes, number formats, file stamps, memory budgets.
 * Files are hostile until proven otherwise: every declared size is checked against the file's real length.
 *
 * <p>May use {@code error}, {@code io}, {@code matrix}, {@code progress}.
 */
package org.eigenscope.io.kit;
