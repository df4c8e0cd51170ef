/**
 * Numbers and counts as people read them: one way of writing them for the whole window.
 *
 * <p>Uses nothing else of the project.
 */
package org.eigenscope.ui.text;
