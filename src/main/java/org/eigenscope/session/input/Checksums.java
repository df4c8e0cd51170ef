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
import org.eigenscope.library.FileFingerprint;
import org.eigenscope.progress.CancelToken;

/** SHA-256 of files, read once while length and time of a file stay the same. Safe for many threads. */
public final class Checksums {
    private static final int BLOCK = 1 << 16;

    private final Map<FileFingerprint, String> known = new ConcurrentHashMap<>();

    /**
     * The checksum of a file, 64 lower-case hexadecimal digits.
     *
     * @throws EigenscopeException if the file cannot be read, or the work was cancelled
     */
    String of(Path file, CancelToken cancel) throws EigenscopeException {
        FileFingerprint fingerprint = FileFingerprint.of(file);
        String sum = known.get(fingerprint);
        if (sum == null) {
            sum = read(file, cancel);
            known.put(fingerprint, sum);
        }
        return sum;
    }

    private static String read(Path file, CancelToken cancel) throws EigenscopeException {
        MessageDigest digest = sha256();
        byte[] block = new byte[BLOCK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                cancel.throwIfCancelled();
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
