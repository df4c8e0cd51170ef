/**
 * What packs other files: zip directories that are not believed about sizes, and gzip, bounded against bombs.
 *
 * <p>May use {@code error}, {@code io.kit}.
 */
package org.eigenscope.io.kit.archive;
