/**
 * What a window does with matrices that programs send: files in the library, a spectrum that moves, rows of a study.
 *
 * <p>May use X.
 */
package org.eigenscope.ui.receive;
