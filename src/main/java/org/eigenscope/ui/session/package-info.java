/**
 * Saves what is on screen as a session, and restores sessions.
 *
 * <p>May use {@code analysis}, {@code error}, {@code figure}, {@code figure.axis}, {@code figure.compose},
 * {@code fit.compare}, {@code law.family}, {@code library}, {@code progress}, {@code session}, {@code session.input},
 * {@code session.json}, {@code spectrum}, {@code ui.figure}, {@code ui.fit}, {@code ui.fit.law},
 * {@code ui.fit.league}, {@code ui.library}, {@code ui.spectrum}, {@code ui.task}.
 */
package org.eigenscope.ui.session;
