/**
 * Decides what a file is that the user opens: a matrix file or folder for the library, or a session to restore.
 *
 * <p>May use {@code library}, {@code session.json}.
 */
package org.eigenscope.ui.document;
