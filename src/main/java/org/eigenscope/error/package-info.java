/**
 * The expected failures: one family of checked exceptions, each with a message that is a sentence for the user.
 *
 * <p>Uses nothing else of the project.
 */
package org.eigenscope.error;
