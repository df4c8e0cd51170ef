package org.eigenscope.bridge;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who may ask. A page that a browser shows can send requests to this machine, also under a name of its own that it points here: its
 * requests carry an Origin or a foreign Host, and it does not know the token.
 */
final class RequestGuard {
    private static final int MOST_HEADER_CHARACTERS = 32_768;

    private final BridgeToken token;
    private final Set<String> hosts;

    RequestGuard(BridgeToken token, int port) {
        this.token = token;
        hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
    }

    void check(HttpExchange exchange) throws RefusedException {
        Headers headers = exchange.getRequestHeaders();
        if (size(headers) > MOST_HEADER_CHARACTERS) {
            throw new RefusedException(
                    RefusedException.HEADERS_TOO_LARGE,
                    "The headers have more than " + MOST_HEADER_CHARACTERS + " characters.");
        }
        if (!exchange.getRemoteAddress().getAddress().isLoopbackAddress()) {
            throw new RefusedException(RefusedException.FORBIDDEN, "Only this machine may ask.");
        }
        // a target with an address of its own counts before the header
        if (exchange.getRequestURI().getRawAuthority() != null
                || exchange.getRequestURI().isOpaque()
                || !only(headers, "Host").map(hosts::contains).orElse(false)) {
            throw new RefusedException(
                    RefusedException.MISDIRECTED,
                    "The address asked, or the header Host, is not this server's loopback address with its port.");
        }
        if (headers.containsKey("Origin")) {
            throw new RefusedException(
                    RefusedException.FORBIDDEN, "Requests of web pages, with an Origin, are refused.");
        }
        if (!only(headers, "Authorization").map(token::isIn).orElse(false)) {
            throw new RefusedException(
                    RefusedException.UNAUTHORIZED,
                    "The header Authorization has to be Bearer and the token of the address file.");
        }
    }

    private static long size(Headers headers) {
        long size = 0;
        for (Map.Entry<String, List<String>> header : headers.entrySet()) {
            for (String value : header.getValue()) {
                size += header.getKey().length() + (value == null ? 0 : value.length());
            }
        }
        return size;
    }

    /** The value of a header that comes exactly once. */
    static Optional<String> only(Headers headers, String name) {
        List<String> values = headers.get(name);
        return values == null || values.size() != 1 ? Optional.empty() : Optional.ofNullable(values.get(0));
    }
}
