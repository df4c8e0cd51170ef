/**
 * What a search needs to know of a family of laws and of a sample: standard form, coordinates, bounds of the search,
 * condensed samples.
 *
 * <p>May use {@code error}, {@code fit}, {@code law}, {@code law.family}.
 */
package org.eigenscope.fit.model;
