/**
 * A study: matrices with attributes, and for each one a row of results; what its columns are.
 *
 * <p>May use {@code analysis}, {@code fit}, {@code fit.diagnosis}, {@code law.family}, {@code spectrum},
 * {@code study.energy}, {@code study.naming}.
 */
package org.eigenscope.study;
