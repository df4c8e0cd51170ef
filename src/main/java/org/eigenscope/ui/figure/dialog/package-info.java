/**
 * The figure dialog with its live preview, and the menu commands for figures and sessions.
 *
 * <p>May use {@code figure}, {@code figure.axis}, {@code figure.export.page}, {@code figure.style}, {@code session},
 * {@code session.json}, {@code text}, {@code ui.control}, {@code ui.figure}, {@code ui.session}, {@code ui.task},
 * {@code ui.text}, {@code ui.theme}.
 */
package org.eigenscope.ui.figure.dialog;
