/**
 * What the window remembers between runs, behind a port.
 *
 * <p>May use nothing but the JDK.
 */
package org.eigenscope.ui.settings;
