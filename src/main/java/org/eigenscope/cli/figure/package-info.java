/**
 * {@code eigenscope figure}: draws figures from files or from a session.
 *
 * <p>May use {@code analysis}, {@code cli.console}, {@code cli.option}, {@code error}, {@code figure},
 * {@code figure.axis}, {@code figure.export}, {@code figure.export.page}, {@code figure.export.write},
 * {@code figure.style}, {@code fit}, {@code fit.compare}, {@code fit.search}, {@code io}, {@code io.registry},
 * {@code law.family}, {@code library}, {@code matrix}, {@code progress}, {@code session}, {@code session.draw},
 * {@code session.input}, {@code session.json}, {@code spectrum}, {@code study.plot}, {@code study.query}.
 */
package org.eigenscope.cli.figure;
