/**
 * Light and dark: which one is on, and the stylesheets that make it.
 *
 * <p>May use {@code ui.settings}.
 */
package org.eigenscope.ui.theme;
