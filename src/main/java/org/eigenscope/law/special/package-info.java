/**
 * The special functions and quadratures that laws are computed from.
 *
 * <p>Uses nothing else of the project.
 */
package org.eigenscope.law.special;
