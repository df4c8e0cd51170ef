/**
 * What networks are trained on: data that come with the program, and a user's own.
 *
 * <p>May use {@code error}, {@code io}, {@code io.kit}, {@code io.kit.archive}, {@code io.registry}, {@code matrix}, {@code network.array},
 * {@code network.layer}, {@code network.model}, {@code progress}.
 */
package org.eigenscope.network.data;
