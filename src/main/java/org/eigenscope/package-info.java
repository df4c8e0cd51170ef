/**
 * The entry point: decides between window and command line.
 *
 * <p>May use {@code app} and {@code cli} only.
 */
package org.eigenscope;
