/**
 * The step of training that is looked at, and the spectrum of a layer at that step.
 *
 * <p>May use {@code error}, {@code figure}, {@code figure.axis}, {@code figure.compose}, {@code figure.style},
 * {@code law}, {@code law.family}, {@code progress}, {@code spectrum}, {@code study}, {@code study.query},
 * {@code study.store}, {@code text}, {@code ui.models.rows}, {@code ui.models.study}, {@code ui.repulsion.paint},
 * {@code ui.task}, {@code ui.text}, {@code ui.theme}.
 */
package org.eigenscope.ui.models.step;
