package org.eigenscope.io.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A whole file that mutants are made of.
 *
 * @param name its last name
 * @param bytes its content
 * @param entries what it holds if it is a zip archive; a gzip file counts as an archive of one entry; else none
 */
record Seed(String name, byte[] bytes, List<Entry> entries) {
    /** A part of an archive. */
    private record Entry(String name, boolean stored, byte[] content) {}

    static Seed load(Path path) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        List<Entry> entries = List.of();
        if (isZip(bytes)) {
            entries = unzip(path);
        } else if (isGzip(bytes)) {
            entries = List.of(new Entry("", false, gunzip(bytes)));
        }
        return new Seed(path.getFileName().toString(), bytes, entries);
    }

    /** Whether there is something inside that can be changed under a checksum that fits. */
    boolean isArchive() {
        return !entries.isEmpty();
    }

    /** The same archive with one entry, chosen at random, changed. */
    byte[] withOneEntryChanged(Random random, UnaryOperator<byte[]> change) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (isGzip(bytes)) {
            try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                gzip.write(change.apply(entries.get(0).content()));
            }
            return out.toByteArray();
        }
        int changed = random.nextInt(entries.size());
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < entries.size(); i++) {
                Entry entry = entries.get(i);
                byte[] content = i == changed ? change.apply(entry.content()) : entry.content();
                zip.putNextEntry(header(entry, content));
                zip.write(content);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static boolean isZip(byte[] file) {
        return file.length > 4 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4;
    }

    private static boolean isGzip(byte[] file) {
        return file.length > 2 && file[0] == 0x1F && file[1] == (byte) 0x8B;
    }

    private static byte[] gunzip(byte[] bytes) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }

    private static List<Entry> unzip(Path path) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (ZipFile zip = new ZipFile(path.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                boolean stored = entry.getMethod() == ZipEntry.STORED;
                entries.add(new Entry(
                        entry.getName(), stored, zip.getInputStream(entry).readAllBytes()));
            }
        }
        return entries;
    }

    /** Stored entries stay stored, with the size and checksum that the format wants beforehand. */
    private static ZipEntry header(Entry entry, byte[] content) {
        ZipEntry header = new ZipEntry(entry.name());
        header.setMethod(entry.stored() ? ZipEntry.STORED : ZipEntry.DEFLATED);
        if (entry.stored()) {
            CRC32 crc = new CRC32();
            crc.update(content);
            header.setSize(content.length);
            header.setCrc(crc.getValue());
        }
        return header;
    }
}
