package org.eigenscope.io.format.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.eigenscope.io.kit.archive.Gzip;

/** A text table that can be read from its start as often as needed. */
@FunctionalInterface
interface TextInput {
    Reader open() throws IOException;

    /** The text of a file, unpacked if gzip packed it: UTF-8 unless a byte order mark says UTF-16. */
    static TextInput of(Path path) {
        return () -> decode(Gzip.open(path));
    }

    private static Reader decode(InputStream raw) throws IOException {
        PushbackInputStream in = new PushbackInputStream(raw, 3);
        byte[] head = in.readNBytes(3);
        int mark = byteOrderMarkLength(head);
        in.unread(head, mark, head.length - mark);
        return new InputStreamReader(in, charset(head));
    }

    /** The encoding that the first bytes tell. */
    static Charset charset(byte[] head) {
        if (head.length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (head.length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        return StandardCharsets.UTF_8;
    }

    /** How many of the first bytes are a byte order mark. */
    static int byteOrderMarkLength(byte[] head) {
        if (!charset(head).equals(StandardCharsets.UTF_8)) {
            return 2;
        }
        boolean utf8 = head.length >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF;
        return utf8 ? 3 : 0;
    }
}
