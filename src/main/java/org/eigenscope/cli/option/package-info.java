/**
 * Options that several commands share.
 *
 * <p>May use {@code analysis}, {@code cli.console}, {@code ensemble.structure}, {@code error}, {@code fit}, {@code io},
 * {@code io.format.npy}, {@code io.format.text}, {@code io.registry}, {@code law}, {@code law.convolution},
 * {@code law.edge}, {@code law.family}, {@code library}, {@code matrix}, {@code progress}, {@code spectrum},
 * {@code spectrum.solve}.
 */
package org.eigenscope.cli.option;
