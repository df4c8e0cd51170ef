/**
 * What becomes of trained networks: checkpoint files, a study, and matrices in the window of a spectrum.
 *
 * <p>May use {@code error}, {@code figure.export.write}, {@code io}, {@code io.format.npy}, {@code library}, {@code matrix},
 * {@code network.checkpoint}, {@code network.data}, {@code network.train}, {@code progress}, {@code spectrum}, {@code study},
 * {@code study.attribute}, {@code study.store}, {@code study.survey}, {@code ui.task}, {@code ui.training.form}, {@code ui.training.model},
 * {@code ui.training.run}.
 */
package org.eigenscope.ui.training.output;
