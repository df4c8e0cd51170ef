package org.eigenscope.spark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files of Gaussian matrices, seeded. */
final class TestMatrices {
    private TestMatrices() {}

    /** A float32 file with the tensors l0, l1, …, each of the given shape. */
    static Path safetensors(Path file, int tensors, int rows, int columns, long seed) throws IOException {
        int bytes = rows * columns * Float.BYTES;
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < tensors; i++) {
            entries.add("\"l" + i + ".weight\":{\"dtype\":\"F32\",\"shape\":[" + rows + "," + columns
                    + "],\"data_offsets\":[" + i * bytes + "," + (i + 1) * bytes + "]}");
        }
        byte[] header = ("{" + String.join(",", entries) + "}").getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(header.length)
                    .array());
            out.write(header);
            for (int i = 0; i < tensors; i++) {
                out.write(floats(rows * columns, seed + i));
            }
        }
        return file;
    }

    /** A float32 array of numpy. */
    static byte[] npy(int rows, int columns, long seed) {
        String text = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + rows + ", " + columns + "), }";
        int padded = (10 + text.length() + 1 + 63) / 64 * 64;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        out.writeBytes(ByteBuffer.allocate(2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) (padded - 10))
                .array());
        out.writeBytes((text + " ".repeat(padded - 11 - text.length()) + "\n").getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(floats(rows * columns, seed));
        return out.toByteArray();
    }

    /** A deflated archive of numpy arrays named a0, a1, …. */
    static Path npz(Path file, int arrays, int rows, int columns, long seed) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < arrays; i++) {
                zip.putNextEntry(new ZipEntry("a" + i + ".npy"));
                zip.write(npy(rows, columns, seed + i));
                zip.closeEntry();
            }
        }
        return file;
    }

    private static byte[] floats(int count, long seed) {
        Random random = new Random(seed);
        ByteBuffer bytes = ByteBuffer.allocate(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            bytes.putFloat((float) random.nextGaussian());
        }
        return bytes.array();
    }
}
