/**
 * What a figure shows, without any toolkit: axes, histogram steps, curves, guides, ticks, colours. The window's chart
 * and every exported figure are painted from the same {@code FigureSpec}.
 *
 * <p>May use {@code histogram}, {@code law} and {@code fit}; java.awt only below, in {@code figure.export}.
 */
package org.eigenscope.figure;
