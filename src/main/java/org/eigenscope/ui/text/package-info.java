/**
 * Numbers and counts for people, written in one way in the whole window.
 *
 * <p>Uses nothing else of the project.
 */
package org.eigenscope.ui.text;
