/**
 * The fit pane: joins its parts; trims, derived numbers, the phase, the panel of κ by range.
 *
 * <p>May use {@code analysis}, {@code error}, {@code fit}, {@code fit.compare}, {@code fit.diagnosis},
 * {@code law.family}, {@code progress}, {@code spectrum}, {@code ui.control}, {@code ui.fit.law},
 * {@code ui.fit.league}, {@code ui.fit.likelihood}, {@code ui.fit.parameter}, {@code ui.task}, {@code ui.text}, {@code ui.theme}.
 */
package org.eigenscope.ui.fit;
