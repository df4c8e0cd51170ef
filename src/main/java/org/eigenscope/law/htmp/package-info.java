/**
 * The numerics of the HTMP law: one table per (κ, γ), built once, from which densities and distribution functions are
 * read. {@link org.eigenscope.law.htmp.HtmpTable} and the transform are its interface.
 *
 * <p>Uses nothing else of the project.
 */
package org.eigenscope.law.htmp;
