/**
 * Type: fonts, rich text, formulas, and their outlines.
 *
 * <p>May use {@code figure.axis}.
 */
package org.eigenscope.figure.export.type;
