/**
 * The rows of a study as a person looks at them: columns and attributes by name, filter, order, choice.
 *
 * <p>May use {@code analysis}, {@code error}, {@code io}, {@code law.family}, {@code study}, {@code study.query},
 * {@code study.survey}.
 */
package org.eigenscope.ui.models.rows;
