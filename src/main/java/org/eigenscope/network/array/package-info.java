/**
 * Arrays of single or double precision with the operations that networks are made of; products by OpenBLAS where it loads.
 *
 * <p>May use {@code law.special}, {@code matrix}, {@code spectrum.dense}.
 */
package org.eigenscope.network.array;
