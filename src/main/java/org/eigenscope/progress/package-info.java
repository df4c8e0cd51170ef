/**
 * The ports through which slow work reports progress and learns that it was cancelled.
 *
 * <p>May use {@code error}.
 */
package org.eigenscope.progress;
