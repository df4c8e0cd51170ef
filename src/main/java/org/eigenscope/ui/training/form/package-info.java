/**
 * What a person sets of a training, as texts, each with what is wrong with it.
 *
 * <p>May use {@code error}, {@code network.layer}, {@code network.model}, {@code network.train}, {@code text}.
 */
package org.eigenscope.ui.training.form;
