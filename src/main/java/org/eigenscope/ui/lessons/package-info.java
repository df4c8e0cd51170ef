/**
 * The Lessons tab: the list of lessons, the runner that checks what the learner does, and the stage on which sliders
 * move laws and draws.
 *
 * <p>May use {@code analysis}, {@code ensemble}, {@code ensemble.structure}, {@code error}, {@code figure},
 * {@code figure.axis}, {@code figure.compose}, {@code figure.style}, {@code fit}, {@code histogram}, {@code law},
 * {@code law.convolution}, {@code law.family}, {@code library}, {@code progress}, {@code spectrum},
 * {@code ui.control}, {@code ui.lessons.script}, {@code ui.plot}, {@code ui.settings}, {@code ui.task},
 * {@code ui.text}, {@code ui.theme}.
 */
package org.eigenscope.ui.lessons;
