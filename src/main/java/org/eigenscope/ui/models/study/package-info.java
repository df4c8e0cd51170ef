/**
 * The study on screen: opening, saving, computing in the background, and the spectra that it keeps.
 *
 * <p>May use {@code error}, {@code io}, {@code library}, {@code matrix}, {@code progress}, {@code spectrum},
 * {@code study}, {@code study.attribute}, {@code study.query}, {@code study.store}, {@code study.survey},
 * {@code ui.library}, {@code ui.models.rows}, {@code ui.task}.
 */
package org.eigenscope.ui.models.study;
