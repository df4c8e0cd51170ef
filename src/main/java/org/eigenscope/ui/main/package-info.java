/**
 * The window: menu bar, panes, status line, drop target, help; joins the models of the screens.
 *
 * <p>May use every other {@code ui} package and JavaFX.
 */
package org.eigenscope.ui.main;
