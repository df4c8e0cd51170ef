/**
 * The Training tab: fields on the left, the spectrum and what is followed along the epochs in the middle, a page about the experiment on
 * the right.
 *
 * <p>May use {@code figure.style}, {@code fit}, {@code law.family}, {@code study.store}, {@code text}, {@code ui.control},
 * {@code ui.lessons}, {@code ui.repulsion.paint}, {@code ui.task}, {@code ui.text}, {@code ui.theme}, {@code ui.training.chart},
 * {@code ui.training.form}, {@code ui.training.model}, {@code ui.training.output}, {@code ui.training.preset}, {@code ui.training.run}.
 */
package org.eigenscope.ui.training;
