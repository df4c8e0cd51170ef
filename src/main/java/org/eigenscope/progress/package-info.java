/**
 * The ports through which slow work reports progress and learns that nobody wants it any more.
 *
 * <p>May use {@code error}.
 */
package org.eigenscope.progress;
