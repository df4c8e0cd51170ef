/**
 * {@code eigenscope serve} and {@code eigenscope send}: a server without a window, what servers answer, and a sender to try them.
 *
 * <p>May use X.
 */
package org.eigenscope.cli.serve;
