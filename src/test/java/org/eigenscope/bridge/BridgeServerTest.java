package org.eigenscope.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BridgeServerTest {
    @TempDir
    Path folder;

    private RunningServer running;

    @BeforeEach
    void start() throws IOException {
        running = new RunningServer(folder);
    }

    /** Whatever a stranger did, what is honest is answered, and what was kept is there. */
    @AfterEach
    void answersStill() throws IOException {
        assertThat(running.get("/v1/ping").status()).isEqualTo(200);
        running.close();
        assertThat(folder.resolve("bridge")).isEmptyDirectory();
    }

    static byte[] npy(String dictionary, double... values) {
        byte[] header = (dictionary + "\n").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer bytes =
                ByteBuffer.allocate(10 + header.length + 8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        bytes.putShort((short) header.length).put(header);
        for (double value : values) {
            bytes.putDouble(value);
        }
        return bytes.array();
    }

    private static final byte[] TWO_BY_TWO =
            npy("{'descr': '<f8', 'fortran_order': False, 'shape': (2, 2), }", 0, 3, -2, 0);

    @Test
    void spectrumOfMatrixIsKept() throws IOException {
        assertThat(running.post("/v1/matrix?name=w&run=r&step=7", TWO_BY_TWO).text())
                .contains("\"received\":\"r/w @ 7\"");
        assertThat(running.memory
                        .find(Optional.of("r"), "w")
                        .orElseThrow()
                        .spectrum()
                        .positive())
                .containsExactly(new double[] {4, 9}, within(1e-14));
    }

    @Test
    void spectrumIsKeptAsItIsSent() throws IOException {
        assertThat(running.post("/v1/spectrum?name=s&rows=3&columns=5", "[0.5, 2, 0]")
                        .status())
                .isEqualTo(200);
        assertThat(running.memory
                        .find(Optional.empty(), "s")
                        .orElseThrow()
                        .spectrum()
                        .ascending())
                .containsExactly(0, 0.5, 2);
    }

    @Test
    void addressIsReadByItsUserAlone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(running.server.addressFile())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("bridge"))))
                .isEqualTo("rwx------");
    }

    @Test
    void tokenHas256Bits() {
        assertThat(running.token).hasSize(43).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void twoServersHaveAddressesOfTheirOwn() throws IOException {
        try (RunningServer other = new RunningServer(folder)) {
            assertThat(other.server.addressFile()).isNotEqualTo(running.server.addressFile());
            assertThat(other.get("/v1/ping").status()).isEqualTo(200);
        }
    }

    @Test
    void strangerIsRefused() throws IOException {
        String host = "Host: 127.0.0.1:" + running.port + "\r\n";
        String bearer = "Authorization: Bearer " + running.token + "\r\n";
        String ping = "GET /v1/ping HTTP/1.1\r\n";
        assertThat(status(ping + host)).isEqualTo(401);
        assertThat(status(ping + host + "Authorization: Bearer x\r\n")).isEqualTo(401);
        assertThat(status(ping + host + "Authorization: Basic " + running.token + "\r\n"))
                .isEqualTo(401);
        assertThat(status(ping + host + "Authorization: Bearer " + running.token + "x\r\n"))
                .isEqualTo(401);
        assertThat(status(ping + host + bearer + bearer)).isEqualTo(401);
        assertThat(status(ping + bearer)).isEqualTo(421);
        assertThat(status(ping + "Host: evil.example:" + running.port + "\r\n" + bearer))
                .isEqualTo(421);
        assertThat(status(ping + "Host: 127.0.0.1\r\n" + bearer)).isEqualTo(421);
        assertThat(status(ping + host + host + bearer)).isEqualTo(421);
        assertThat(status(ping + host + bearer + "Origin: http://127.0.0.1:" + running.port + "\r\n"))
                .isEqualTo(403);
        assertThat(status(ping + host + bearer + "Origin: null\r\n")).isEqualTo(403);
    }

    private int status(String head) throws IOException {
        return running.raw(head + "\r\n", new byte[0]).orElseThrow().status();
    }

    @Test
    void answersAllowNoOtherOrigin() throws IOException {
        assertThat(running.get("/v1/ping").text().toLowerCase(Locale.ROOT)).doesNotContain("access-control");
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /v1/matrix?name=w, 405",
        "GET, /v1/matrix?name=w, 405",
        "OPTIONS, /v1/ping, 405",
        "DELETE, /v1/fit?name=w, 405",
        "GET, /, 404",
        "GET, /v2/ping, 404",
        "GET, /v1/ping/, 404",
        "GET, /v1/../v1/ping, 404",
        "GET, /v1/%70ing, 404",
        "GET, /v1/ping?x=1, 400",
        "GET, /v1/fit, 400",
        "GET, /v1/fit?name=unknown, 404",
        "GET, /v1/fit?name=a&name=b, 400",
        "GET, /v1/fit?name=..%2f..%2fetc%2fpasswd, 404",
        "GET, /v1/fit?name=a%00b, 400",
        "GET, /v1/fit?name=a%0d%0aX:%20y, 400",
        "GET, /v1/fit?name=%1b%5b31m, 400",
        "GET, /v1/fit?name=%e2%80%ae, 400",
        "GET, /v1/fit?name=%ff, 400",
        "GET, /v1/fit?name=%zz, 400",
        "GET, /v1/fit?name=, 400",
        "GET, /v1/figure?name=w&format=exe, 400",
    })
    void mistakesAreTold(String method, String path, int status) throws IOException {
        assertThat(running.raw(running.head(method, path, ""), new byte[0])
                        .map(RunningServer.Reply::status)
                        .orElse(400))
                .isEqualTo(status);
    }

    @Test
    void nameOfAPathIsANameAlone() throws IOException {
        assertThat(running.post("/v1/matrix?name=..%2F..%2Fx&run=%2Fetc", TWO_BY_TWO)
                        .status())
                .isEqualTo(200);
        assertThat(running.memory.find(Optional.of("/etc"), "../../x")).isPresent();
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 2147483648",
                "Content-Length: 1048577",
                "Content-Length: 999999999999",
            })
    void declaredTooMuchIsRefusedUnread(String length) throws IOException {
        assertThat(status(running.head("POST", "/v1/matrix?name=w", length + "\r\n")
                                .stripTrailing() + "\r\n"))
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Transfer-Encoding: chunked\r\n", "Content-Length: 4\r\nContent-Length: 5\r\n"})
    void lengthHasToBeDeclaredOnce(String lengths) throws IOException {
        Optional<RunningServer.Reply> reply = running.raw(
                running.head("POST", "/v1/matrix?name=w", lengths), "0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        assertThat(reply.orElseThrow().status()).isIn(400, 411);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0x10", "1e3", "99999999999999999999999"})
    void lengthThatIsNoNumberIsRefused(String length) throws IOException {
        Optional<RunningServer.Reply> reply = running.raw(
                running.head("POST", "/v1/matrix?name=w", "Content-Length: " + length + "\r\n"), new byte[0]);
        assertThat(reply.map(RunningServer.Reply::status).orElse(400)).isIn(400, 411, 501);
    }

    @Test
    void bodyShorterThanDeclaredIsNotTaken() throws IOException {
        try (Socket socket = running.connect()) {
            socket.getOutputStream()
                    .write(running.head("POST", "/v1/matrix?name=w", "Content-Length: 500\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(TWO_BY_TWO);
            socket.shutdownOutput();
            assertThat(RunningServer.reply(socket)
                            .map(RunningServer.Reply::status)
                            .orElse(400))
                    .isEqualTo(400);
        }
        assertThat(running.memory.all()).isEmpty();
    }

    @Test
    void whatFollowsTheDeclaredBodyIsNoRequest() throws IOException {
        byte[] second = running.head("GET", "/v1/ping", "").getBytes(StandardCharsets.UTF_8);
        ByteBuffer both = ByteBuffer.allocate(TWO_BY_TWO.length + second.length);
        both.put(TWO_BY_TWO).put(second);
        String text = running.raw(
                        running.head("POST", "/v1/matrix?name=w", "Content-Length: " + TWO_BY_TWO.length + "\r\n"),
                        both.array())
                .orElseThrow()
                .text();
        assertThat(text).containsOnlyOnce("HTTP/1.1");
    }

    @Test
    void slowRequestsAreEnded() throws IOException {
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Socket socket = running.connect();
            socket.getOutputStream().write("GET /v1/ping HTTP/1.1\r\nHo".getBytes(StandardCharsets.UTF_8));
            slow.add(socket);
        }
        for (Socket socket : slow) {
            assertThat(RunningServer.reply(socket)).isEmpty();
            socket.close();
        }
    }

    @Test
    void slowBodiesAreEnded() throws IOException {
        try (Socket socket = running.connect()) {
            socket.getOutputStream()
                    .write(running.head("POST", "/v1/matrix?name=w", "Content-Length: 1000\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            assertThat(RunningServer.reply(socket)).isEmpty();
        }
    }

    @Test
    void crowdIsDropped() throws IOException {
        List<Socket> crowd = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Socket socket = running.connect();
            socket.getOutputStream().write('G');
            crowd.add(socket);
        }
        for (Socket socket : crowd) {
            assertThat(RunningServer.reply(socket)).isEmpty();
            socket.close();
        }
    }

    @Test
    void megabyteOfHeadersIsRefused() throws IOException {
        String more = "X-Long: " + "a".repeat(1 << 20) + "\r\n";
        Optional<RunningServer.Reply> reply = running.raw(running.head("GET", "/v1/ping", more), new byte[0]);
        assertThat(reply.map(RunningServer.Reply::status).orElse(431)).isIn(400, 413, 431);
    }

    @Test
    void arraysThatLieAreRefused() throws IOException {
        String[] dictionaries = {
            "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }",
            "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 1), }",
            "{'descr': '<f8', 'fortran_order': False, 'shape': (4294967296, 4294967296), }",
            "{'descr': '<f8', 'fortran_order': False, 'shape': (1000000, 1000000), }",
            "{'descr': '<f8', 'fortran_order': False, 'shape': (-2, -2), }",
            "{'descr': '<f8', 'fortran_order': False, 'shape': (0, 0), }",
            "{'descr': '|O', 'fortran_order': False, 'shape': (2, 2), }",
            "{'descr': '<f8', 'fortran_order': False, 'shape': (4,), }",
            "{'descr': '<f8', 'fortran_order': False, 'shape': (1, 2, 2), }",
            "{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': (2, 2), }",
            "__import__('os').system('true')",
        };
        for (String dictionary : dictionaries) {
            assertThat(running.post("/v1/matrix?name=w", npy(dictionary, 1, 2, 3, 4))
                            .status())
                    .as(dictionary)
                    .isEqualTo(422);
        }
        assertThat(running.memory.all()).isEmpty();
    }

    @Test
    void matrixWithNanIsRefused() throws IOException {
        byte[] body = npy("{'descr': '<f8', 'fortran_order': False, 'shape': (2, 2), }", 3, Double.NaN, 0, 2);
        assertThat(running.post("/v1/matrix?name=w", body).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 2",
                "1 2 3 4",
                "1 2 NaN",
                "1 2 Infinity",
                "1 2 1e999",
                "1 2 -3",
                "1 2 0x3p0",
                "1 2 three",
                "",
            })
    void eigenvaluesThatAreNoneAreRefused(String body) throws IOException {
        assertThat(running.post("/v1/spectrum?name=s&rows=3&columns=5", body).status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "step=-1",
                "step=9007199254740993",
                "step=99999999999999999999",
                "step=1.5",
                "step=1&step=2",
                "metrics=%7B%22a%22:NaN%7D",
                "metrics=%7B%22a%22:1e999%7D",
                "metrics=%7B%22a%22:1,%22a%22:2%7D",
                "metrics=%7B%22a%22:%221%22%7D",
                "metrics=[1]",
                "path=/etc/passwd",
                "callback=http://evil.example",
            })
    void fieldsOutOfTheirBoundsAreRefused(String field) throws IOException {
        assertThat(running.post("/v1/matrix?name=w&" + field, TWO_BY_TWO).status())
                .isIn(400, 422);
        assertThat(running.memory.all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":NaN}", "{\"a\":null}", "{\"a\":1}{", "[1]", "{\"a\":{\"b\":1}}", "{\"\":1}", ""})
    void metricsThatAreNoNumbersAreRefused(String body) throws IOException {
        assertThat(running.post("/v1/metrics?step=1", body).status()).isIn(400, 422);
    }

    @Test
    void fitIsThatOfTheCommandLine() throws IOException {
        StringBuilder values = new StringBuilder();
        for (int i = 1; i <= 40; i++) {
            values.append(0.1 * i * i).append(' ');
        }
        running.post("/v1/spectrum?name=s&rows=40&columns=80", values.toString());
        assertThat(running.get("/v1/fit?name=s&law=mp").text()).contains("\"law\":\"mp\"", "\"n\":40");
        assertThat(running.get("/v1/figure?name=s&law=mp").text()).contains("image/svg+xml", "</svg");
        assertThat(running.get("/v1/fit?name=s&law=none").status()).isEqualTo(422);
    }

    @Test
    void memoryDropsTheOldest() throws IOException {
        ReceivedMemory small = new ReceivedMemory(5000);
        running.post("/v1/matrix?name=w", TWO_BY_TWO);
        Received one = running.memory.find(Optional.empty(), "w").orElseThrow();
        int dropped = 0;
        for (int i = 0; i < 10; i++) {
            Received.Label label = new Received.Label("", "w" + i, one.label().step());
            dropped += small.accept(new Received(label, one.metrics(), one.spectrum()));
        }
        assertThat(dropped).isEqualTo(10 - small.all().size()).isPositive();
        assertThat(small.find(Optional.empty(), "w9")).isPresent();
        assertThat(small.find(Optional.empty(), "w0")).isEmpty();
    }
}
