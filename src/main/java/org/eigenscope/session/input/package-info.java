/**
 * The inputs of a session: files described with checksums, found again, checked, and read.
 *
 * <p>May use {@code analysis}, {@code error}, {@code figure.export.write}, {@code io}, {@code io.kit}, {@code library},
 * {@code progress}, {@code session}, {@code spectrum}, {@code spectrum.solve}.
 */
package org.eigenscope.session.input;
