/**
 * What a window saves of its session while it runs, and what it offers when a window before it was killed.
 *
 * <p>May use {@code error}, {@code figure.export.write}, {@code library}, {@code progress}, {@code session},
 * {@code session.json}, {@code text}, {@code ui.document}, {@code ui.library}, {@code ui.main}, {@code ui.session}.
 */
package org.eigenscope.app.recovery;
