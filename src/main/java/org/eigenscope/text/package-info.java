/**
 * Makes text of unknown origin safe to show, in a terminal and in the window, and reads numbers as people type them.
 *
 * <p>Uses nothing else of the project.
 */
package org.eigenscope.text;
