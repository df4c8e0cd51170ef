/**
 * Networks as layers one after the other, how they are described, and their losses.
 *
 * <p>May use {@code error}, {@code network.array}, {@code network.layer}, {@code spectrum.dense}.
 */
package org.eigenscope.network.model;
