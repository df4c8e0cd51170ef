/**
 * The settings that the window remembers between runs, as a port.
 *
 * <p>Uses nothing else of the project.
 */
package org.eigenscope.ui.settings;
