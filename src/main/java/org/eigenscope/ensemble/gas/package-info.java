/**
 * The N-point HTMP ensemble as a gas on a line: its energy and forces, a stationary walk of the matrix behind it, and a
 * Langevin dynamics in which one eigenvalue may be held.
 *
 * <p>May use {@code ensemble}, {@code law}, {@code spectrum} and {@code error}.
 */
package org.eigenscope.ensemble.gas;
