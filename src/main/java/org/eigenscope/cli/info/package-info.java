/**
 * {@code eigenscope info}: lists what files and folders hold.
 *
 * <p>May use {@code cli.console}, {@code cli.option}, {@code error}, {@code io}, {@code io.registry}, {@code library},
 * {@code progress}.
 */
package org.eigenscope.cli.info;
