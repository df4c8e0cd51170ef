/**
 * Attributes of the files of a study, such as step, batch size and accuracy, and where they are from.
 *
 * <p>May use {@code error}.
 */
package org.eigenscope.study.attribute;
