/**
 * Figures as PDF, SVG, PNG and CSV, and files that are never half written.
 *
 * <p>May use {@code error}, {@code figure}, {@code figure.axis}, {@code figure.export.page}, {@code figure.export.paint},
 * {@code figure.export.type}.
 */
package org.eigenscope.figure.export.write;
