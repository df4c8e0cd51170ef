/**
 * What the window remembers between runs, behind a port.
 *
 * <p>Uses nothing else of the project.
 */
package org.eigenscope.ui.settings;
