/**
 * Axes: scales, ranges, ticks, and the numbers at the ticks.
 *
 * <p>Uses nothing else of the project.
 */
package org.eigenscope.figure.axis;
