/**
 * Writes figures as PDF, SVG, PNG and CSV, each file completely or not at all.
 *
 * <p>May use {@code error}, {@code figure}, {@code figure.axis}, {@code figure.export.page}, {@code figure.export.paint},
 * {@code figure.export.type}.
 */
package org.eigenscope.figure.export.write;
