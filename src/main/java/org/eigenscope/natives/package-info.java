/**
 * Native libraries: which may be loaded, by their SHA-256, and from which folder.
 *
 * <p>Uses nothing else of the project.
 */
package org.eigenscope.natives;
