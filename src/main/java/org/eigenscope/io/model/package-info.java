/**
 * What the tensors of a model mean together: which axes count layers or experts, by the names of the model's framework, which
 * integers are packed weights, and what a model's settings say of them.
 *
 * <p>May use {@code error}, {@code io}, {@code matrix}, {@code progress}.
 */
package org.eigenscope.io.model;
