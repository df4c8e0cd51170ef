/**
 * Experiments that are set up already, each a page with the values of the fields.
 *
 * <p>May use {@code error}, {@code ui.training.form}.
 */
package org.eigenscope.ui.training.preset;
