package org.eigenscope.bridge;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.eigenscope.cli.serve.SpectrumAnswers;

/** A real server on a port of its own, and raw requests to it, byte by byte. */
final class RunningServer implements AutoCloseable {
    static final BridgeLimits SMALL =
            new BridgeLimits(1 << 20, 2 << 20, 8, Duration.ofMillis(1000), Duration.ofMillis(300));

    final ReceivedMemory memory = new ReceivedMemory(1 << 20);
    final BridgeServer server;
    final String token;
    final int port;
    private final ExecutorService requests = Executors.newFixedThreadPool(2);
    private final ExecutorService dropped = Executors.newSingleThreadExecutor();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    RunningServer(Path folder) throws IOException {
        this(folder, SMALL);
    }

    RunningServer(Path folder, BridgeLimits limits) throws IOException {
        server = BridgeServer.start(
                0,
                folder,
                new BridgeServer.Parts(memory, new SpectrumAnswers()),
                limits,
                new BridgeThreads(requests, dropped, clock));
        String address = Files.readString(server.addressFile());
        token = address.replaceAll(".*\"token\":\"([^\"]*)\".*", "$1");
        port = Integer.parseInt(server.url().replaceAll(".*:", ""));
    }

    /** What a server answered; empty if it closed the connection without a word. */
    record Reply(int status, String text) {}

    Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        return socket;
    }

    /** Sends the head and the body as they are, and reads until the server closes. */
    Optional<Reply> raw(String head, byte[] body) throws IOException {
        try (Socket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            try {
                out.write(head.getBytes(StandardCharsets.ISO_8859_1));
                out.write(body);
                out.flush();
            } catch (IOException closedMeanwhile) {
                return reply(socket);
            }
            return reply(socket);
        }
    }

    static Optional<Reply> reply(Socket socket) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(all);
        } catch (IOException reset) {
            // what was there before counts
        }
        String text = all.toString(StandardCharsets.ISO_8859_1);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Reply(Integer.parseInt(text.substring(9, 12)), text));
    }

    /** The head of an honest request. */
    String head(String method, String path, String more) {
        return method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nAuthorization: Bearer " + token
                + "\r\n" + more + "\r\n";
    }

    Reply get(String path) throws IOException {
        return raw(head("GET", path, ""), new byte[0]).orElseThrow();
    }

    Reply post(String path, byte[] body) throws IOException {
        return raw(head("POST", path, "Content-Length: " + body.length + "\r\n"), body)
                .orElseThrow();
    }

    Reply post(String path, String body) throws IOException {
        return post(path, body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.close();
        requests.shutdownNow();
        dropped.shutdownNow();
        clock.shutdownNow();
    }
}
