/**
 * The command {@code train}: networks from data, and their checkpoints.
 *
 * <p>May use {@code cli.console}, {@code error}, {@code figure.export.write}, {@code network.array}, {@code network.checkpoint},
 * {@code network.data}, {@code network.model}, {@code network.train}, {@code progress}.
 */
package org.eigenscope.cli.train;
