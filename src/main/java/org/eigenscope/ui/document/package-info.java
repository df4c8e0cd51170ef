/**
 * Decides whether a file that the user opens is a session or holds matrices, and hands it to the receiver for either.
 *
 * <p>May use {@code library}, {@code session.json}.
 */
package org.eigenscope.ui.document;
