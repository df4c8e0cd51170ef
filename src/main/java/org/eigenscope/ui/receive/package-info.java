/**
 * What a window does with matrices that programs send: files in the library, a spectrum that moves, rows of a study.
 *
 * <p>May use {@code bridge}, {@code error}, {@code figure.export.write}, {@code library}, {@code progress},
 * {@code session}, {@code session.input}, {@code spectrum}, {@code study}, {@code study.naming},
 * {@code study.store}, {@code study.survey}, {@code ui.models.study}.
 */
package org.eigenscope.ui.receive;
