package org.eigenscope.io.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Zip and gzip files rewritten with other content and checksums that fit it. */
final class Containers {
    private record Entry(ZipEntry header, byte[] content) {}

    private Containers() {}

    static boolean isContainer(byte[] file) {
        return isZip(file) || isGzip(file);
    }

    /** The same container with one entry, chosen at random, changed. */
    static byte[] rewriteOneEntry(byte[] file, Random random, UnaryOperator<byte[]> change) throws IOException {
        return isZip(file) ? rewriteZip(file, random, change) : rewriteGzip(file, change);
    }

    private static boolean isZip(byte[] file) {
        return file.length > 4 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4;
    }

    private static boolean isGzip(byte[] file) {
        return file.length > 2 && file[0] == 0x1F && file[1] == (byte) 0x8B;
    }

    private static byte[] rewriteGzip(byte[] file, UnaryOperator<byte[]> change) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(file));
                GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(change.apply(in.readAllBytes()));
        }
        return out.toByteArray();
    }

    private static byte[] rewriteZip(byte[] file, Random random, UnaryOperator<byte[]> change) throws IOException {
        List<Entry> entries = entries(file);
        int changed = random.nextInt(entries.size());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < entries.size(); i++) {
                Entry entry = entries.get(i);
                byte[] content = i == changed ? change.apply(entry.content()) : entry.content();
                zip.putNextEntry(header(entry.header(), content));
                zip.write(content);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static List<Entry> entries(byte[] file) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry header = zip.getNextEntry(); header != null; header = zip.getNextEntry()) {
                entries.add(new Entry(header, zip.readAllBytes()));
            }
        }
        return entries;
    }

    /** Stored entries stay stored, with the size and checksum that the format wants beforehand. */
    private static ZipEntry header(ZipEntry original, byte[] content) {
        ZipEntry header = new ZipEntry(original.getName());
        header.setMethod(original.getMethod());
        if (original.getMethod() == ZipEntry.STORED) {
            CRC32 crc = new CRC32();
            crc.update(content);
            header.setSize(content.length);
            header.setCrc(crc.getValue());
        }
        return header;
    }
}
