package org.eigenscope.bridge;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eigenscope.bridge.BridgeAnswers.PictureFormat;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.error.InsufficientMemoryException;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.spectrum.SpectrumOptions;
import org.eigenscope.spectrum.solve.SpectrumCalculator;

/** Answers requests: the paths, what each takes, and what it gives. */
final class BridgeHandler implements HttpHandler {
    private static final String JSON = "application/json";
    private static final int MOST_SIDE = 1 << 24;

    private final RequestGuard guard;
    private final RequestBody bodies;
    private final DeadlineExecutor deadlines;
    private final BridgeReceiver receiver;
    private final BridgeAnswers answers;
    private final SpectrumCalculator calculator = new SpectrumCalculator();

    BridgeHandler(
            RequestGuard guard,
            RequestBody bodies,
            DeadlineExecutor deadlines,
            BridgeReceiver receiver,
            BridgeAnswers answers) {
        this.guard = guard;
        this.bodies = bodies;
        this.deadlines = deadlines;
        this.receiver = receiver;
        this.answers = answers;
    }

    private record Answer(int status, String mediaType, byte[] bytes) {}

    /** What a path does. */
    @FunctionalInterface
    private interface Route {
        Answer answer(HttpExchange exchange) throws RefusedException, EigenscopeException, IOException;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange);
            deadlines.startAgain();
            Headers headers = exchange.getResponseHeaders();
            headers.set("Content-Type", answer.mediaType());
            headers.set("Cache-Control", "no-store");
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Connection", "close");
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(answer.status(), -1);
                return;
            }
            exchange.sendResponseHeaders(answer.status(), answer.bytes().length);
            exchange.getResponseBody().write(answer.bytes());
            // JDK 25 keeps the answer until the rest of a body has come, even of one that was refused unread
            exchange.getResponseBody().flush();
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        try {
            guard.check(exchange);
            return route(exchange).answer(exchange);
        } catch (RefusedException refused) {
            return failure(refused.status(), refused.getMessage());
        } catch (InsufficientMemoryException large) {
            return failure(RefusedException.TOO_LARGE, large.getMessage());
        } catch (EigenscopeException failure) {
            return failure(RefusedException.UNPROCESSABLE, failure.getMessage());
        }
    }

    private static Answer failure(int status, String sentence) {
        return new Answer(status, JSON, Json.object(Map.of("error", sentence)));
    }

    private Route route(HttpExchange exchange) throws RefusedException {
        String path = exchange.getRequestURI().getRawPath();
        String method = exchange.getRequestMethod();
        String allowed;
        Route route;
        switch (path == null ? "" : path) {
            case "/v1/ping" -> {
                allowed = "GET";
                route = this::ping;
            }
            case "/v1/matrix" -> {
                allowed = "POST";
                route = this::matrix;
            }
            case "/v1/spectrum" -> {
                allowed = "POST";
                route = this::spectrum;
            }
            case "/v1/metrics" -> {
                allowed = "POST";
                route = this::metrics;
            }
            case "/v1/fit" -> {
                allowed = "GET";
                route = this::fit;
            }
            case "/v1/figure" -> {
                allowed = "GET";
                route = this::figure;
            }
            default ->
                throw new RefusedException(
                        RefusedException.NOT_FOUND,
                        "There are /v1/ping, /v1/matrix, /v1/spectrum, /v1/metrics, /v1/fit and /v1/figure.");
        }
        if (!method.equals(allowed)) {
            exchange.getResponseHeaders().set("Allow", allowed);
            throw new RefusedException(RefusedException.METHOD_NOT_ALLOWED, path + " is asked by " + allowed + ".");
        }
        return route;
    }

    private Answer ping(HttpExchange exchange) throws RefusedException {
        RequestBody.requireNone(exchange);
        RequestQuery.of(exchange.getRequestURI(), Set.of());
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("program", "eigenscope");
        fields.put("protocol", 1);
        return new Answer(200, JSON, Json.object(fields));
    }

    private Answer matrix(HttpExchange exchange) throws RefusedException, EigenscopeException, IOException {
        RequestQuery query = RequestQuery.of(exchange.getRequestURI(), Set.of("name", "run", "step", "metrics"));
        Received.Label label = query.label();
        Map<String, Double> metrics = query.metrics();
        Matrix matrix = bodies.use(exchange, body -> SentNumbers.matrix(body, label.name()));
        deadlines.stop();
        Spectrum spectrum =
                calculator.compute(matrix, SpectrumOptions.withDefaults(), ProgressListener.NONE, CancelToken.NONE);
        return accept(new Received(label, metrics, spectrum));
    }

    private Answer spectrum(HttpExchange exchange) throws RefusedException, EigenscopeException, IOException {
        RequestQuery query = RequestQuery.of(
                exchange.getRequestURI(), Set.of("name", "run", "step", "metrics", "rows", "columns", "symmetric"));
        Received.Label label = query.label();
        Map<String, Double> metrics = query.metrics();
        int rows = (int) query.whole("rows", 1, MOST_SIDE);
        int columns = (int) query.whole("columns", 1, MOST_SIDE);
        boolean symmetric = query.truth("symmetric");
        if (symmetric && rows != columns) {
            throw RequestQuery.bad("A symmetric matrix has as many rows as columns.");
        }
        Spectrum spectrum = bodies.use(exchange, body -> SentNumbers.spectrum(body, rows, columns, symmetric));
        deadlines.stop();
        return accept(new Received(label, metrics, spectrum));
    }

    private Answer accept(Received received) throws EigenscopeException {
        int dropped = receiver.accept(received);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("received", received.label().text());
        fields.put("eigenvalues", received.spectrum().size());
        fields.put("dropped", dropped);
        return new Answer(200, JSON, Json.object(fields));
    }

    private Answer metrics(HttpExchange exchange) throws RefusedException, EigenscopeException, IOException {
        RequestQuery query = RequestQuery.of(exchange.getRequestURI(), Set.of("run", "step"));
        String run = query.text("run").orElse("");
        ReceivedMetrics metrics = new ReceivedMetrics(run, query.step(), bodies.use(exchange, Json::numbers));
        deadlines.stop();
        receiver.accept(metrics);
        return new Answer(
                200, JSON, Json.object(Map.of("received", metrics.values().size())));
    }

    private Answer fit(HttpExchange exchange) throws RefusedException, EigenscopeException, IOException {
        RequestBody.requireNone(exchange);
        RequestQuery query = RequestQuery.of(exchange.getRequestURI(), Set.of("name", "run", "law"));
        Received found = find(query);
        deadlines.stop();
        return new Answer(200, JSON, answers.fit(found, query.text("law")));
    }

    private Answer figure(HttpExchange exchange) throws RefusedException, EigenscopeException, IOException {
        RequestBody.requireNone(exchange);
        RequestQuery query = RequestQuery.of(exchange.getRequestURI(), Set.of("name", "run", "law", "format"));
        PictureFormat format = format(query.text("format").orElse("svg"));
        Received found = find(query);
        deadlines.stop();
        return new Answer(200, format.mediaType(), answers.figure(found, query.text("law"), format));
    }

    private static PictureFormat format(String name) throws RefusedException {
        for (PictureFormat format : PictureFormat.values()) {
            if (format.name().toLowerCase(Locale.ROOT).equals(name)) {
                return format;
            }
        }
        throw RequestQuery.bad("The field format is svg, png or pdf.");
    }

    private Received find(RequestQuery query) throws RefusedException {
        Optional<String> run = query.text("run");
        String name = query.name();
        return receiver.find(run, name)
                .orElseThrow(() -> new RefusedException(
                        RefusedException.NOT_FOUND, "No spectrum of that name is kept; send it, or send it again."));
    }
}
