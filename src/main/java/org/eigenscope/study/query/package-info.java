/**
 * What can be asked of the rows of a study, in the window and on the command line: columns and attributes by name, a filter as one types
 * it, the rows at a step of training, and under which settings.
 *
 * <p>May use {@code error}, {@code study}, {@code text}.
 */
package org.eigenscope.study.query;
