/**
 * The panel of the master model: the plane of (κ, γ) or (κ, α).
 *
 * <p>May use {@code figure.axis}, {@code figure.style}, {@code fit}, {@code law.family}, {@code ui.control},
 * {@code ui.repulsion.lab}, {@code ui.repulsion.paint}, {@code ui.text}, {@code ui.theme}.
 */
package org.eigenscope.ui.repulsion.plane;
