/**
 * Random matrices of finite size: samplers whose eigenvalues follow a law in the limit.
 *
 * <p>May use {@code law}, {@code matrix}, {@code spectrum} and {@code error}.
 */
package org.eigenscope.ensemble;
