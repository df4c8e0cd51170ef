/**
 * The command {@code features}: feature matrices of networks as files.
 *
 * <p>May use {@code cli.console}, {@code cli.option}, {@code cli.spectrum}, {@code error}, {@code figure.export.write},
 * {@code io.format.npy}, {@code matrix}, {@code network.checkpoint}, {@code network.data}, {@code network.feature}, {@code network.layer},
 * {@code network.model}, {@code progress}, {@code spectrum}.
 */
package org.eigenscope.cli.features;
