/**
 * The table that compares the laws.
 *
 * <p>May use {@code error}, {@code figure.style}, {@code fit}, {@code fit.compare}, {@code law.family}, {@code progress},
 * {@code session}, {@code ui.fit.parameter}, {@code ui.task}, {@code ui.text}.
 */
package org.eigenscope.ui.fit.league;
