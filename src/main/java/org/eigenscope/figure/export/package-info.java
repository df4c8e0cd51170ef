/**
 * Figures on paper: lays a {@code Sheet} out in points, paints it once with Java 2D, and writes it as PDF, SVG or PNG; PGFPlots
 * and CSV are written from the same sheet. Sizes and presets, embedded sessions, files that are never half written.
 *
 * <p>The only user of AWT, PDFBox, Batik and JLaTeXMath. May use {@code figure} and what that may use.
 */
package org.eigenscope.figure.export;
