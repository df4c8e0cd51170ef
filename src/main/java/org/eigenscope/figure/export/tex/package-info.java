/**
 * Figures as standalone LaTeX documents of PGFPlots axes.
 *
 * <p>May use {@code figure}, {@code figure.axis}, {@code figure.compose}, {@code figure.export.layout},
 * {@code figure.export.page}, {@code figure.export.paint}, {@code figure.export.type}, {@code figure.style}.
 */
package org.eigenscope.figure.export.tex;
