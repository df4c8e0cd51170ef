package org.eigenscope.bridge;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.eigenscope.error.EigenscopeException;

/** Reads bodies whose length was declared, within a bound for each and for all at a time. */
final class RequestBody {
    private static final int MOST_DIGITS = 15;

    private final BridgeLimits limits;
    private final AtomicLong taken = new AtomicLong();

    RequestBody(BridgeLimits limits) {
        this.limits = limits;
    }

    /** What is done with a body while its bytes are counted. */
    @FunctionalInterface
    interface Use<T> {
        T apply(byte[] body) throws RefusedException, EigenscopeException, IOException;
    }

    <T> T use(HttpExchange exchange, Use<T> use) throws RefusedException, EigenscopeException, IOException {
        long declared = declared(exchange.getRequestHeaders());
        if (declared > limits.mostBytes()) {
            throw new RefusedException(
                    RefusedException.TOO_LARGE,
                    "The body is declared with " + declared + " bytes; at most " + limits.mostBytes() + " are taken.");
        }
        if (taken.addAndGet(declared) > limits.mostBytesAtOnce()) {
            taken.addAndGet(-declared);
            throw new RefusedException(
                    RefusedException.BUSY, "Other requests take all the memory there is for them; try again soon.");
        }
        try {
            // grows with what arrives, whatever was declared
            byte[] body = exchange.getRequestBody().readNBytes((int) declared);
            if (body.length < declared) {
                throw RequestQuery.bad("The body has " + body.length + " bytes; " + declared + " were declared.");
            }
            return use.apply(body);
        } finally {
            taken.addAndGet(-declared);
        }
    }

    private static long declared(Headers headers) throws RefusedException {
        Optional<String> length = RequestGuard.only(headers, "Content-Length");
        boolean whole = length.filter(
                        text -> text.length() <= MOST_DIGITS && text.chars().allMatch(Character::isDigit))
                .filter(text -> !text.isEmpty())
                .isPresent();
        if (headers.containsKey("Transfer-Encoding") || !whole) {
            throw new RefusedException(
                    RefusedException.LENGTH_REQUIRED, "The length of the body has to be declared by Content-Length.");
        }
        return Long.parseLong(length.get());
    }

    /** Refuses a body where there is to be none. */
    static void requireNone(HttpExchange exchange) throws RefusedException {
        Headers headers = exchange.getRequestHeaders();
        boolean none = !headers.containsKey("Content-Length")
                || RequestGuard.only(headers, "Content-Length").equals(Optional.of("0"));
        if (headers.containsKey("Transfer-Encoding") || !none) {
            throw RequestQuery.bad("A GET has no body.");
        }
    }
}
