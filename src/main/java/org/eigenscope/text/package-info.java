/**
 * Makes text of unknown origin safe to show, in a terminal and in the window.
 *
 * <p>Uses nothing else of the project.
 */
package org.eigenscope.text;
