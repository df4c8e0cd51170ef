/**
 * The contents of a figure as values, without any toolkit: panels with histogram, curves, guides and points. The
 * window's chart and every exported figure are painted from the same {@code FigureSpec}.
 *
 * <p>May use {@code figure.axis}, {@code figure.style}.
 */
package org.eigenscope.figure;
