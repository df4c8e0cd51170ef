/**
 * The N-point HTMP ensemble as a log-gas on a line: its energy and forces, a stationary walk of the bidiagonal matrix
 * of the ensemble, and a Langevin dynamics in which one eigenvalue may be held.
 *
 * <p>May use {@code ensemble}, {@code error}, {@code law}.
 */
package org.eigenscope.ensemble.gas;
