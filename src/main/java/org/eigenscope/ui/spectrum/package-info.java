/**
 * The spectrum screen: the chart, the conventions the eigenvalues were made with, loading and its progress.
 *
 * <p>May use {@code analysis}, {@code figure}, {@code ui.plot}, {@code ui.fit} (its curves), {@code ui.work},
 * {@code ui.control}, {@code ui.text} and JavaFX.
 */
package org.eigenscope.ui.spectrum;
