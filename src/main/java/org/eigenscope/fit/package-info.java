/**
 * What the data say of a law's parameters: objectives, fitters, the league of laws.
 *
 * <p>May use {@code spectrum}, {@code histogram}, {@code law}, {@code ensemble}, {@code progress}, {@code error} and
 * commons-math.
 */
package org.eigenscope.fit;
