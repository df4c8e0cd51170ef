package org.eigenscope.io.fuzz;

/**
 * A damaged file.
 *
 * @param bytes its content
 * @param story what was done to which seed, for the report
 */
record Mutant(byte[] bytes, String story) {}
