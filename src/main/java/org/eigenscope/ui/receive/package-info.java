/**
 * What a window does with matrices that programs send: files in the library, a spectrum that moves, rows of a study.
 *
 * <p>May use {@code bridge}, {@code error}, {@code figure.export.write}, {@code progress}, {@code spectrum},
 * {@code study}, {@code study.survey}.
 */
package org.eigenscope.ui.receive;
