/**
 * What the names of tensors tell: block, role and order in the network.
 *
 * <p>Uses nothing else of the project.
 */
package org.eigenscope.study.naming;
