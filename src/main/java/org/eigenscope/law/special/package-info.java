/**
 * The special functions and quadratures that laws are computed from.
 *
 * <p>For {@code law} only, though public to reach it. May use {@code org.apache.commons.math3} and the JDK.
 */
package org.eigenscope.law.special;
