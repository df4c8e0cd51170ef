/**
 * Rows of a study on their way between programs: as lines of text, and the folder that a survey on a cluster leaves.
 *
 * <p>May use {@code error}, {@code matrix}, {@code spectrum}, {@code study}, {@code study.store}.
 */
package org.eigenscope.study.exchange;
