/**
 * The numerics of the HTMP law: one table per (κ, γ), built once, gives densities and distribution functions. The
 * public types are {@link org.eigenscope.law.htmp.HtmpTable}, its distribution, its transform, and the constants of the
 * law.
 *
 * <p>Uses nothing else of the project.
 */
package org.eigenscope.law.htmp;
