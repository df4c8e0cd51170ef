/**
 * Damaged files by the thousand: {@link org.eigenscope.io.fuzz.FuzzFormat} names the seeds of a format, {@link
 * org.eigenscope.io.fuzz.Mutator} damages them, and {@link org.eigenscope.io.fuzz.MutationFuzzTest} opens and reads what
 * comes out. A new format is one line in {@link org.eigenscope.io.fuzz.FuzzFormat#ALL}.
 */
package org.eigenscope.io.fuzz;
