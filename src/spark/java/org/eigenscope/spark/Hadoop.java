package org.eigenscope.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.security.AccessControlException;
import org.apache.spark.SparkEnv;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.eigenscope.error.BadInputException;

/** Hadoop's file systems, on the driver and on executors, under Spark's configuration. */
final class Hadoop {
    private Hadoop() {}

    static FileSystem of(Path path) throws IOException {
        Configuration configuration =
                SparkHadoopUtil.get().newConfiguration(SparkEnv.get().conf());
        return path.getFileSystem(configuration);
    }

    /** Whether paths are those of this machine's files. */
    static boolean isLocal(FileSystem system) {
        return system.getUri().getScheme().equals("file");
    }

    /** Something that is done to files. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException, BadInputException;
    }

    /**
     * Does something with a path.
     *
     * @throws BadInputException with a sentence if the file system does not
     */
    static <T> T with(Path path, Work<T> work) throws BadInputException {
        try {
            return work.run();
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException failure) {
            throw new BadInputException(path + " cannot be used: " + reason(failure) + ".", failure);
        }
    }

    private static String reason(Exception failure) {
        if (failure instanceof FileNotFoundException) {
            return "it does not exist";
        }
        if (failure instanceof AccessControlException) {
            return "access is denied";
        }
        if (failure instanceof UnknownHostException) {
            return "the host " + failure.getMessage() + " is not known";
        }
        String said = failure.getMessage() == null
                ? failure.getClass().getSimpleName()
                : failure.getMessage().lines().findFirst().orElse("");
        return said.replaceFirst("\\.$", "");
    }

    /** A file's whole text, of what this job writes. */
    static String text(FileSystem system, Path path) throws IOException {
        try (InputStream in = system.open(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /**
     * Writes a file that is there as a whole or not at all, also if several tasks do so at once: what each of them writes is the same row.
     *
     * @param attempt tells the writers apart
     */
    static void write(FileSystem system, Path path, byte[] bytes, String attempt) throws IOException {
        Path unfinished = new Path(path.getParent(), "_" + path.getName() + "-" + attempt);
        try (OutputStream out = system.create(unfinished, true)) {
            out.write(bytes);
        }
        if (!system.rename(unfinished, path)) {
            // another attempt was first, or an earlier run's row is there
            system.delete(path, false);
            if (!system.rename(unfinished, path) && !system.exists(path)) {
                throw new IOException(path + " could not be renamed");
            }
            system.delete(unfinished, false);
        }
    }

    static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
