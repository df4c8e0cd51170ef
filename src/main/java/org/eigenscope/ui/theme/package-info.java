/**
 * The light and the dark theme and the size of text: which are on, and their stylesheets.
 *
 * <p>May use {@code ui.settings}.
 */
package org.eigenscope.ui.theme;
