package org.eigenscope.bridge;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.matrix.Matrix;

/** Sends to a server of the same user on this machine. */
public final class BridgeClient {
    private static final int CONNECT_MILLISECONDS = 2_000;
    private static final int PING_MILLISECONDS = 5_000;
    private static final int ANSWER_MILLISECONDS = 600_000;
    private static final int MOST_ADDRESS_BYTES = 4096;
    private static final int OK = 200;

    private final String url;
    private final String token;

    private BridgeClient(String url, String token) {
        this.url = url;
        this.token = token;
    }

    /**
     * The newest server that answers.
     *
     * @param folder the user's folder
     */
    public static Optional<BridgeClient> find(Path folder) {
        List<Path> files = new ArrayList<>();
        try (var found = Files.newDirectoryStream(folder.resolve("bridge"), "*.json")) {
            found.forEach(files::add);
        } catch (IOException | DirectoryIteratorException noServer) {
            return Optional.empty();
        }
        files.sort((a, b) -> Long.compare(b.toFile().lastModified(), a.toFile().lastModified()));
        return files.stream()
                .flatMap(file -> read(file).stream())
                .filter(BridgeClient::answers)
                .findFirst();
    }

    private static Optional<BridgeClient> read(Path file) {
        Map<String, String> texts = new HashMap<>();
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = new JsonFactory().createParser(in.readNBytes(MOST_ADDRESS_BYTES))) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.VALUE_STRING) {
                    texts.put(parser.currentName(), parser.getText());
                }
            }
        } catch (IOException unreadable) {
            return Optional.empty();
        }
        boolean whole =
                texts.containsKey("token") && texts.getOrDefault("url", "").matches("http://127\\.0\\.0\\.1:\\d{1,5}");
        return whole ? Optional.of(new BridgeClient(texts.get("url"), texts.get("token"))) : Optional.empty();
    }

    private boolean answers() {
        try {
            return ask("GET", "/v1/ping", Optional.empty(), PING_MILLISECONDS).status() == OK;
        } catch (IOException gone) {
            return false;
        }
    }

    private record Reply(int status, String text) {}

    private Reply ask(String method, String path, Optional<byte[]> body, int milliseconds) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url + path).toURL().openConnection(Proxy.NO_PROXY);
        connection.setConnectTimeout(CONNECT_MILLISECONDS);
        connection.setReadTimeout(milliseconds);
        connection.setRequestMethod(method);
        connection.setRequestProperty("Authorization", "Bearer " + token);
        if (body.isPresent()) {
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(body.get().length);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body.get());
            }
        }
        int status = connection.getResponseCode();
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            String text = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Reply(status, text);
        }
    }

    /**
     * Sends a real matrix.
     *
     * @return the server's answer, JSON
     * @throws BadInputException if the matrix is complex or the server refuses it
     */
    public String send(Matrix matrix, String name) throws BadInputException, IOException {
        if (matrix.isComplex()) {
            throw new BadInputException(name + " is complex; real matrices can be sent.");
        }
        String path = "/v1/matrix?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        Reply reply = ask("POST", path, Optional.of(npy(matrix)), ANSWER_MILLISECONDS);
        if (reply.status() != OK) {
            throw new BadInputException("The server refuses " + name + ": " + reply.text());
        }
        return reply.text();
    }

    /** A numpy file of version 1: a header padded to a multiple of 64 bytes, then the entries in C order. */
    private static byte[] npy(Matrix matrix) throws BadInputException {
        String dictionary = "{'descr': '<f8', 'fortran_order': False, 'shape': (" + matrix.rows() + ", "
                + matrix.columns() + "), }";
        int padded = (10 + dictionary.length() + 1 + 63) / 64 * 64;
        double[] values = matrix.valuesForReading();
        long size = padded + (long) Double.BYTES * values.length;
        if (size > BridgeLimits.USUAL.mostBytes()) {
            throw new BadInputException(
                    "The matrix takes " + size + " bytes; at most " + BridgeLimits.USUAL.mostBytes() + " can be sent.");
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) size).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        bytes.putShort((short) (padded - 10));
        bytes.put((dictionary + " ".repeat(padded - 11 - dictionary.length()) + "\n")
                .getBytes(StandardCharsets.US_ASCII));
        bytes.asDoubleBuffer().put(values);
        return bytes.array();
    }
}
