package org.eigenscope.natives;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A native library that may be loaded: its place in its jar, which is also its place in a folder, and its SHA-256. The list is
 * {@code natives.sha256} beside this class, written by {@code src/main/scripts/natives} from the jars whose versions pom.xml names.
 *
 * @param place such as {@code org/bytedeco/openblas/linux-x86_64/libopenblas.so.0}
 * @param digest 64 hexadecimal digits
 */
public record NativeLibrary(String place, String digest) {
    private static final String LIST = "natives.sha256";
    private static final int DIGITS = 64;
    private static final int BLOCK = 1 << 18;

    /** The libraries of OpenBLAS for a platform of JavaCPP's, in the order in which they are loaded; none if there are none. */
    public static List<NativeLibrary> ofPlatform(String platform) throws IOException {
        return listed("org/bytedeco/", "/" + platform + "/");
    }

    /**
     * SQLite's library.
     *
     * @param platform as its driver calls it, such as {@code Linux/x86_64}
     */
    public static Optional<NativeLibrary> ofSqlite(String platform) throws IOException {
        return listed("org/sqlite/native/", "native/" + platform + "/").stream().findFirst();
    }

    private static List<NativeLibrary> listed(String start, String part) throws IOException {
        try (InputStream in = NativeLibrary.class.getResourceAsStream(LIST)) {
            if (in == null) {
                throw new IOException("the list of libraries that may be loaded is missing");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))
                    .lines()
                    .map(line -> new NativeLibrary(line.substring(DIGITS).strip(), line.substring(0, DIGITS)))
                    .filter(library ->
                            library.place().startsWith(start) && library.place().contains(part))
                    .toList();
        }
    }

    /** Where the library is in a folder. */
    public Path in(Path folder) {
        return folder.resolve(place);
    }

    /** Whether a folder holds this library, byte for byte. */
    public boolean isIn(Path folder) throws IOException {
        Path file = in(folder);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest sum = sha256();
            byte[] block = new byte[BLOCK];
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                sum.update(block, 0, count);
            }
            return HexFormat.of().formatHex(sum.digest()).equals(digest);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
