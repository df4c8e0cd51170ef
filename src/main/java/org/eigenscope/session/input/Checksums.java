package org.eigenscope.session.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.kit.ReadableFile;
import org.eigenscope.library.FileFingerprint;
import org.eigenscope.progress.CancelToken;

/** SHA-256 of files, read once while length and time of a file stay the same. Safe for many threads. */
public final class Checksums {
    private static final int BLOCK = 1 << 16;

    private final Map<FileFingerprint, String> known = new ConcurrentHashMap<>();

    /**
     * The checksum of a file, 64 lower-case hexadecimal digits.
     *
     * @throws EigenscopeException if it is no regular file with a known length, cannot be read, or the work was cancelled
     */
    String of(Path file, CancelToken cancel) throws EigenscopeException {
        ReadableFile.require(file);
        FileFingerprint fingerprint = FileFingerprint.of(file);
        String sum = known.get(fingerprint);
        if (sum == null) {
            sum = read(file, fingerprint.size(), cancel);
            known.put(fingerprint, sum);
        }
        return sum;
    }

    /** Reads as many bytes as the file is said to have: what has more while it is read is no file that can be told again. */
    private static String read(Path file, long size, CancelToken cancel) throws EigenscopeException {
        MessageDigest digest = sha256();
        byte[] block = new byte[BLOCK];
        try (InputStream in = Files.newInputStream(file)) {
            long left = size;
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                cancel.throwIfCancelled();
                left -= read;
                if (left < 0) {
                    throw new BadInputException(file + " is longer than its " + size
                            + " bytes: it is being written to; open it again when that is done.");
                }
                digest.update(block, 0, read);
            }
        } catch (IOException unreadable) {
            throw new BadInputException(file + " cannot be read: it may have been moved or deleted.", unreadable);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
