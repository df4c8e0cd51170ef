/**
 * What a file of matrices is to the rest of the program: {@link org.eigenscope.io.MatrixFile} lists tensors and reads
 * them on demand, {@link org.eigenscope.io.MatrixReader} is the port that every format implements.
 *
 * <p>May use {@code error}, {@code matrix}, {@code progress}.
 */
package org.eigenscope.io;
