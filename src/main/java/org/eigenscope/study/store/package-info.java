/**
 * The file of a study: an SQLite database, opened as hostile, written by one program at a time. JDBC is used here alone.
 *
 * <p>May use {@code error}, {@code library}, {@code matrix}, {@code natives}, {@code spectrum}, {@code study}.
 */
package org.eigenscope.study.store;
