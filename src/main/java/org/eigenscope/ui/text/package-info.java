/**
 * The text of the window by keys, and numbers and counts for people, written in one way in the whole window.
 *
 * <p>May use {@code text}.
 */
package org.eigenscope.ui.text;
