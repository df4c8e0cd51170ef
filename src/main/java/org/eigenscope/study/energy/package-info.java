/**
 * Free energies of feature matrices along a series, and when they say that training is to stop.
 *
 * <p>May use {@code fit}, {@code law}, {@code law.family}.
 */
package org.eigenscope.study.energy;
