/**
 * The numerics of the HTMP law: one table per (κ, γ), built once, from which densities and distribution functions are
 * read.
 *
 * <p>Uses commons-math alone; everything but {@link org.eigenscope.law.htmp.HtmpTable} and the transform is internal.
 */
package org.eigenscope.law.htmp;
