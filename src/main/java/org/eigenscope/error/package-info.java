/**
 * The expected failures: one checked family whose message is a sentence for the user.
 *
 * <p>Uses nothing else of the project.
 */
package org.eigenscope.error;
