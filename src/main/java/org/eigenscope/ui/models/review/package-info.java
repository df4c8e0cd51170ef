/**
 * The files of a study that is to be made, and their attributes, shown and edited before anything is computed.
 *
 * <p>May use {@code error}, {@code library}, {@code progress}, {@code study.attribute}, {@code study.store}, {@code study.survey}, {@code text}, {@code ui.control}, {@code ui.models.study}, {@code ui.task}, {@code ui.text}.
 */
package org.eigenscope.ui.models.review;
