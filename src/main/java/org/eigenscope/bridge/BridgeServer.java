package org.eigenscope.bridge;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/**
 * A running server on this machine's loopback address. It executes nothing that is sent, opens no path that is sent, and calls nobody.
 * The protocol is told in the page {@code bridge.md}.
 */
public final class BridgeServer implements AutoCloseable {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int BACKLOG = 1024;

    private final HttpServer server;
    private final AddressFile address;

    private BridgeServer(HttpServer server, AddressFile address) {
        this.server = server;
        this.address = address;
    }

    /** What a server does with what comes. */
    public record Parts(BridgeReceiver receiver, BridgeAnswers answers) {}

    /**
     * Starts a server.
     *
     * @param port 0 for any that is free
     * @param folder the user's folder; the address file goes into {@code bridge} in it
     * @throws IOException if the port is taken, or the address file cannot be written so that only its user may read it
     */
    public static BridgeServer start(int port, Path folder, Parts parts, BridgeLimits limits, BridgeThreads threads)
            throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), BACKLOG);
        try {
            BridgeToken token = BridgeToken.create();
            int bound = server.getAddress().getPort();
            DeadlineExecutor deadlines = new DeadlineExecutor(threads, limits);
            server.setExecutor(deadlines);
            server.createContext(
                    "/",
                    new BridgeHandler(
                            new RequestGuard(token, bound),
                            new RequestBody(limits),
                            deadlines,
                            parts.receiver(),
                            parts.answers()));
            server.start();
            return new BridgeServer(
                    server, AddressFile.write(folder.resolve("bridge"), "http://127.0.0.1:" + bound, token));
        } catch (IOException | RuntimeException failure) {
            server.stop(0);
            throw failure;
        }
    }

    /** Where it listens, {@code http://127.0.0.1:PORT}. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The file that tells its user's programs the address and the token. */
    public Path addressFile() {
        return address.file();
    }

    /** Stops listening, closes every connection and removes the address file. */
    @Override
    public void close() {
        address.close();
        server.stop(0);
    }
}
