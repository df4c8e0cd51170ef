/**
 * The expected failures: one checked family whose message is a sentence for the user.
 *
 * <p>Uses nothing but the JDK.
 */
package org.eigenscope.error;
