/**
 * A folder that is watched: new and replaced files appear in the library and become rows of the study.
 *
 * <p>May use {@code error}, {@code library}, {@code progress}, {@code study.attribute}, {@code study.store},
 * {@code study.survey}, {@code ui.library}, {@code ui.models.study}, {@code ui.task}.
 */
package org.eigenscope.ui.watch;
