/**
 * Decides whether what a person opens is a session or a file of matrices, and hands it to whoever shows it.
 *
 * <p>May use {@code library}, {@code session.json}.
 */
package org.eigenscope.ui.document;
