/**
 * A training as the window knows it: the runs, which of them is looked at and when, and what is asked of the user.
 *
 * <p>May use {@code error}, {@code fit}, {@code fit.search}, {@code law.family}, {@code network.checkpoint}, {@code network.data},
 * {@code network.model}, {@code network.train}, {@code progress}, {@code spectrum}, {@code ui.task}, {@code ui.text},
 * {@code ui.training.chart}, {@code ui.training.form}, {@code ui.training.run}.
 */
package org.eigenscope.ui.training.model;
