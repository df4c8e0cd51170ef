package org.eigenscope.ui.figure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Files with one small matrix. */
public final class SmallFiles {
    private SmallFiles() {}

    /** A safetensors file with a matrix of normal numbers. */
    public static Path safetensors(Path file, String name, int rows, int columns) throws IOException {
        int bytes = rows * columns * Double.BYTES;
        byte[] header = String.format(
                        "{\"%s\":{\"dtype\":\"F64\",\"shape\":[%d,%d],\"data_offsets\":[0,%d]}}",
                        name, rows, columns, bytes)
                .getBytes(StandardCharsets.UTF_8);
        ByteBuffer content =
                ByteBuffer.allocate(Long.BYTES + header.length + bytes).order(ByteOrder.LITTLE_ENDIAN);
        content.putLong(header.length).put(header);
        Random random = new Random(1);
        for (int i = 0; i < rows * columns; i++) {
            content.putDouble(random.nextGaussian());
        }
        return Files.write(file, content.array());
    }
}
