/**
 * Draws a session: from a session and its spectra to a figure with panels, strips and captions.
 *
 * <p>May use {@code analysis}, {@code error}, {@code figure}, {@code figure.axis}, {@code figure.compose},
 * {@code figure.export}, {@code figure.export.page}, {@code figure.export.write}, {@code figure.style},
 * {@code fit}, {@code fit.compare}, {@code law}, {@code law.family}, {@code matrix}, {@code progress},
 * {@code session}, {@code session.input}, {@code session.json}, {@code spectrum}, {@code study}, {@code study.plot},
 * {@code study.store}.
 */
package org.eigenscope.session.draw;
