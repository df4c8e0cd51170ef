/**
 * The families of laws that can be drawn and fitted: name, parameters with their domains, and the law at given
 * parameters.
 *
 * <p>May use {@code law}.
 */
package org.eigenscope.law.family;
