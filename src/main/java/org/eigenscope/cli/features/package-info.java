/**
 * The command {@code features}: feature matrices of networks as files, and what a kernel of them learns.
 *
 * <p>May use {@code cli.console}, {@code cli.option}, {@code cli.spectrum}, {@code error}, {@code figure.export.write}, {@code fit},
 * {@code fit.search}, {@code io.format.npy}, {@code law}, {@code law.family}, {@code matrix}, {@code network.checkpoint}, {@code
 * network.data}, {@code network.feature}, {@code network.layer}, {@code network.model}, {@code network.scaling}, {@code progress},
 * {@code spectrum}, {@code spectrum.solve}.
 */
package org.eigenscope.cli.features;
