package org.eigenscope.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.registry.MatrixFiles;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/** What the tests of readers share. */
public final class TestFiles {
    private TestFiles() {}

    /** A file of the reference folders. */
    public static Path reference(String name) {
        try {
            URL url = TestFiles.class.getResource("/reference/" + name);
            return Path.of(url.toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static JsonNode json(String name) {
        try {
            return new ObjectMapper().readTree(Files.readString(reference(name)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Reads {@code FILE} or {@code FILE#TENSOR}. */
    public static Matrix read(String address) throws EigenscopeException {
        int split = address.indexOf('#');
        String name = split < 0 ? "" : address.substring(split + 1);
        return read(reference(split < 0 ? address : address.substring(0, split)), name);
    }

    public static Matrix read(Path path, String name) throws EigenscopeException {
        try (MatrixFile file = MatrixFiles.open(path)) {
            return file.read(name, ProgressListener.NONE, CancelToken.NONE);
        }
    }
}
