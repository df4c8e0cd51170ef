package org.eigenscope.io.kit.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.eigenscope.error.BadInputException;
import org.eigenscope.io.kit.FileNames;

/** Zip archives from strangers: sizes that cannot be true, deceitful names and wrong checksums are refused. */
public final class ZipGuard {
    /** Deflate cannot pack more than 1032 bytes into one. */
    private static final long MAX_DEFLATE_RATIO = 1032;

    private static final int MAX_ENTRIES = 100_000;

    private ZipGuard() {}

    /** Whether the bytes start a zip archive with at least one entry. */
    public static boolean isLocalHeader(byte[] head) {
        return head.length >= 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
    }

    /** Opens a zip file after its directory was checked. */
    public static ZipFile open(Path path) throws IOException {
        ZipEndRecord.requireRoomForEntries(path);
        try {
            return new ZipFile(path.toFile());
        } catch (IllegalArgumentException | NegativeArraySizeException | IndexOutOfBoundsException malformed) {
            throw new ZipException("its directory is malformed: " + malformed.getMessage());
        }
    }

    /**
     * The entries of an archive, each of them checked.
     *
     * @param fileSize the archive's length in bytes
     * @throws BadInputException if an entry has a deceitful name, occurs twice or lies about its size
     */
    public static List<ZipEntry> checkedEntries(ZipFile zip, long fileSize, Path path) throws BadInputException {
        String file = FileNames.last(path);
        if (zip.size() > MAX_ENTRIES) {
            throw new BadInputException(
                    file + " has " + zip.size() + " entries, more than the " + MAX_ENTRIES + " that can be listed.");
        }
        List<ZipEntry> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        long packed = 0;
        for (ZipEntry entry : Collections.list(zip.entries())) {
            if (entry.isDirectory()) {
                continue;
            }
            if (!names.add(entry.getName())) {
                throw new BadInputException(file + " has two entries named '" + printable(entry.getName())
                        + "': it is damaged or made to deceive.");
            }
            refuseDeceit(entry, file);
            packed += entry.getCompressedSize();
            if (packed > fileSize) {
                throw new BadInputException(file + " is damaged: its entries overlap or reach beyond its end.");
            }
            entries.add(entry);
        }
        return entries;
    }

    /** An entry's data; reading on past their end compares them with the declared checksum. */
    public static InputStream checkedStream(ZipFile zip, String entryName, String label)
            throws IOException, BadInputException {
        ZipEntry entry = zip.getEntry(entryName);
        if (entry == null) {
            throw new BadInputException(label + " is no longer in its archive; open it again.");
        }
        return new CrcCheckedStream(zip.getInputStream(entry), entry.getCrc());
    }

    private static void refuseDeceit(ZipEntry entry, String file) throws BadInputException {
        String name = entry.getName();
        boolean escapes = name.startsWith("/")
                || name.contains("\\")
                || List.of(name.split("/")).contains("..");
        if (escapes || name.chars().anyMatch(Character::isISOControl)) {
            throw new BadInputException(file + " has an entry with the suspicious name '" + printable(name) + "'.");
        }
        long packed = entry.getCompressedSize();
        long size = entry.getSize();
        boolean possible =
                entry.getMethod() == ZipEntry.STORED ? size == packed : size / MAX_DEFLATE_RATIO <= Math.max(packed, 1);
        if (size < 0 || packed < 0 || !possible) {
            throw new BadInputException(file + " declares " + size + " bytes for its entry '" + printable(name)
                    + "', which cannot come from " + packed + " packed bytes: the archive is damaged.");
        }
    }

    private static String printable(String name) {
        return name.replaceAll("\\p{Cntrl}", "?");
    }

    /** The JDK checks no checksum when an entry is read through the archive's directory. */
    private static final class CrcCheckedStream extends FilterInputStream {
        private final CRC32 crc = new CRC32();
        private final long declared;

        CrcCheckedStream(InputStream in, long declared) {
            super(in);
            this.declared = declared;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            if (count >= 0) {
                crc.update(bytes, offset, count);
            } else if (crc.getValue() != declared) {
                throw new ZipException("its checksum is wrong, so its data are damaged");
            }
            return count;
        }

        /** Skipped bytes count for the checksum too. */
        @Override
        public long skip(long count) throws IOException {
            byte[] skipped = new byte[(int) Math.min(Math.max(count, 0), 1 << 13)];
            return Math.max(0, read(skipped, 0, skipped.length));
        }
    }
}
