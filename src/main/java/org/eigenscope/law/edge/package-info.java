/**
 * The Tracy–Widom laws of the largest eigenvalue at a soft edge.
 *
 * <p>May use {@code law}, {@code law.special}.
 */
package org.eigenscope.law.edge;
