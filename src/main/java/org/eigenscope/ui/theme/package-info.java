/**
 * The light and the dark theme: which one is on, and its stylesheets.
 *
 * <p>May use {@code ui.settings}.
 */
package org.eigenscope.ui.theme;
