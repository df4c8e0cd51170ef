/**
 * Numbers and counts as people read them: one way of writing them for the whole window.
 *
 * <p>May use nothing but the JDK.
 */
package org.eigenscope.ui.text;
