/**
 * Sessions as strict JSON, in files of their own and in exported figures.
 *
 * <p>May use {@code error}, {@code figure}, {@code figure.axis}, {@code figure.export}, {@code figure.export.page},
 * {@code figure.export.write}, {@code figure.style}, {@code fit}, {@code fit.compare}, {@code law}, {@code law.family},
 * {@code matrix}, {@code session}, {@code session.input}, {@code spectrum}, {@code spectrum.solve}, {@code study.plot},
 * {@code study.query}.
 */
package org.eigenscope.session.json;
