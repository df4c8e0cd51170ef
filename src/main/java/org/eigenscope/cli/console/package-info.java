/**
 * What every command writes with: standard streams, tables, JSON, numbers, exit codes, and failures as sentences.
 *
 * <p>May use {@code error}, {@code io.format.text}, {@code text}.
 */
package org.eigenscope.cli.console;
