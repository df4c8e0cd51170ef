package org.eigenscope.io.kit.archive;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.kit.BlockSource;
import org.eigenscope.io.kit.StreamBlocks;

/**
 * A stretch of an archive's entry, unpacked on the way. Where it reaches to the entry's end, the checksum is compared when the
 * last of it is taken.
 */
public final class EntryBlocks implements BlockSource {
    private final ZipFile zip;
    private final StreamBlocks blocks;
    private final boolean endsWithEntry;
    private long left;

    private EntryBlocks(ZipFile zip, StreamBlocks blocks, long left, boolean endsWithEntry) {
        this.zip = zip;
        this.blocks = blocks;
        this.left = left;
        this.endsWithEntry = endsWithEntry;
    }

    /**
     * Opens the archive.
     *
     * @param start the first byte wanted of the entry's
     * @param length how many
     * @param label the tensor, as messages name it
     */
    public static EntryBlocks open(Path path, String entry, long start, long length, String label)
            throws IOException, EigenscopeException {
        ZipFile zip = ZipGuard.open(path);
        try {
            StreamBlocks blocks = new StreamBlocks(ZipGuard.checkedStream(zip, entry, label));
            blocks.skip(start);
            boolean endsWithEntry = start + length == zip.getEntry(entry).getSize();
            return new EntryBlocks(zip, blocks, length, endsWithEntry);
        } catch (IOException | EigenscopeException failure) {
            zip.close();
            throw failure;
        }
    }

    @Override
    public ByteBuffer next(int count) throws IOException {
        if (count > left) {
            throw new EOFException("the entry ends early");
        }
        ByteBuffer block = blocks.next(count);
        left -= count;
        if (left == 0 && endsWithEntry) {
            blocks.expectEnd();
        }
        return block;
    }

    @Override
    public void close() throws IOException {
        // closes the entry's stream as well
        zip.close();
    }
}
