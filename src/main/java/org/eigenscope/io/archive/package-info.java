/**
 * What packs other files: zip directories that are not believed about sizes, and gzip, bounded against bombs.
 *
 * <p>May use {@code io}, {@code error} and {@code progress}.
 */
package org.eigenscope.io.archive;
