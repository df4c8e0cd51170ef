/**
 * {@code eigenscope open}: shows the window.
 *
 * <p>May use {@code cli.console}.
 */
package org.eigenscope.cli.open;
