/**
 * The chart as a table of numbers: what stands in it, and how it is shown and copied.
 *
 * <p>May use {@code figure}, {@code figure.axis}, {@code figure.compose}, {@code figure.export.write}, {@code ui.text}.
 */
package org.eigenscope.ui.spectrum.table;
