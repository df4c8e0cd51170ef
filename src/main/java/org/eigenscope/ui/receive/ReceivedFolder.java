package org.eigenscope.ui.receive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.eigenscope.bridge.Received;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.figure.export.write.SafeFile;
import org.eigenscope.spectrum.Spectrum;

/**
 * Keeps what was received as files, one for each matrix of each run, so that library and figures take it as they take any file.
 * What comes is a spectrum; the file holds a diagonal matrix of the same shape that has it: of a matrix W with the singular values, of
 * a symmetric one with the eigenvalues. Its entries are not those of the matrix that was sent.
 */
public final class ReceivedFolder {
    private static final int SHOWN_CHARACTERS = 60;
    private static final int DIGEST_BYTES = 4;

    private final Path folder;

    /** @param folder of this window alone; it is made with the first file */
    public ReceivedFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** Whether a file is one of these. */
    public boolean holds(Path file) {
        return file.toAbsolutePath().normalize().startsWith(folder);
    }

    /** Where the spectra of a label go: a name made of letters, digits and dots of the label, and a digest of all of it. */
    Path file(Received.Label label) {
        String text = label.run() + " " + label.name();
        String shown = text.replaceAll("[^\\p{L}\\p{N}._-]+", " ").strip();
        String start =
                shown.substring(0, Math.min(SHOWN_CHARACTERS, shown.length())).replaceAll("^\\.+|\\s+$", "");
        return folder.resolve(start + " " + digest(label) + ".mtx");
    }

    private static String digest(Received.Label label) {
        byte[] run = label.run().getBytes(StandardCharsets.UTF_8);
        byte[] name = label.name().getBytes(StandardCharsets.UTF_8);
        ByteBuffer both = ByteBuffer.allocate(Integer.BYTES + run.length + name.length);
        both.putInt(run.length).put(run).put(name);
        try {
            byte[] all = MessageDigest.getInstance("SHA-256").digest(both.array());
            return HexFormat.of().formatHex(all, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Writes a spectrum in place of what was there, whole or not at all.
     *
     * @return where it is
     * @throws EigenscopeException if it cannot be written
     */
    Path write(Received received) throws EigenscopeException {
        Path file = file(received.label());
        byte[] text = text(received).getBytes(StandardCharsets.UTF_8);
        make();
        SafeFile.write(file, out -> out.write(text));
        return file;
    }

    private void make() throws BadInputException {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownerAlone = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
        try {
            Files.createDirectories(folder, ownerAlone);
        } catch (IOException refused) {
            throw new BadInputException(
                    "The folder for what is received cannot be made: " + refused.getMessage(), refused);
        }
    }

    private static String text(Received received) {
        Spectrum spectrum = received.spectrum();
        Spectrum.Details details = spectrum.details();
        boolean squared = details.source().isSquared();
        double[] values = spectrum.ascending();
        StringBuilder text = new StringBuilder("%%MatrixMarket matrix coordinate real ")
                .append(squared ? "general\n" : "symmetric\n")
                .append("% a diagonal matrix with the spectrum of ")
                .append(received.label().text())
                .append('\n')
                .append(details.rows() + " " + details.columns() + " " + values.length + "\n");
        for (int i = 0; i < values.length; i++) {
            // backwards, as a diagonal of a square matrix would be taken for symmetric: its eigenvalues are no squares
            int column = squared ? values.length - i : i + 1;
            double entry = squared ? Math.sqrt(values[i]) : values[i];
            text.append(i + 1)
                    .append(' ')
                    .append(column)
                    .append(' ')
                    .append(entry)
                    .append('\n');
        }
        return text.toString();
    }
}
