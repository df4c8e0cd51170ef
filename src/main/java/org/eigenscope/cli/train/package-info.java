/**
 * The command {@code train}: networks from data, and their checkpoints.
 *
 * <p>May use XX.
 */
package org.eigenscope.cli.train;
