/**
 * Axes: scales, ranges, ticks, and how numbers are written at them.
 *
 * <p>Uses nothing else of the project.
 */
package org.eigenscope.figure.axis;
