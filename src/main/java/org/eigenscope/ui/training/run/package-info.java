/**
 * Trains several networks in turn on background threads, keeps what they were, and takes the spectra of that.
 *
 * <p>May use {@code error}, {@code figure}, {@code figure.compose}, {@code fit}, {@code law}, {@code law.family}, {@code matrix},
 * {@code network.array}, {@code network.checkpoint}, {@code network.data}, {@code network.feature}, {@code network.layer},
 * {@code network.model}, {@code network.train}, {@code progress}, {@code spectrum}, {@code spectrum.solve}, {@code ui.task},
 * {@code ui.training.form}.
 */
package org.eigenscope.ui.training.run;
