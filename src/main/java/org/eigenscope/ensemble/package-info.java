/**
 * Random matrices of finite size: samplers whose eigenvalues follow a law in the limit.
 *
 * <p>May use {@code error}, {@code law.family}, {@code spectrum.bidiagonal}.
 */
package org.eigenscope.ensemble;
