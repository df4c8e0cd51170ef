package org.eigenscope.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no honest client makes, byte by byte, of one who knows the token. */
class BridgeStrangerTest {
    private static final String SENT = "/v1/spectrum?name=smuggled&rows=2&columns=2";
    private static final byte[] TWO = "1 2".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    private RunningServer running;

    @BeforeEach
    void start() throws IOException {
        running = new RunningServer(folder);
        running.post("/v1/spectrum?name=kept&rows=2&columns=2", TWO);
    }

    /** Whatever a stranger did, what is honest is answered, and what was kept, and that alone, is there. */
    @AfterEach
    void losesNothing() throws IOException {
        assertThat(running.get("/v1/ping").status()).isEqualTo(200);
        assertThat(running.memory.all()).hasSize(1);
        assertThat(running.memory.find(Optional.empty(), "kept")).isPresent();
        running.close();
    }

    private int status(String head, byte[] body) throws IOException {
        return running.raw(head, body).map(RunningServer.Reply::status).orElse(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "TRACE", "OPTIONS", "CONNECT", "PATCH", "get", "POST /v1/ping HTTP/1.1\r\nX:"})
    void otherMethodsAreRefused(String method) throws IOException {
        assertThat(status(running.head(method, "/v1/ping", ""), new byte[0])).isIn(400, 405, 411, 421);
    }

    @Test
    void traceTellsNothingOfTheRequest() throws IOException {
        assertThat(running.raw(running.head("TRACE", "/v1/ping", ""), new byte[0])
                        .orElseThrow()
                        .text())
                .doesNotContain(running.token);
    }

    @Test
    void requestsInOneGoAreAnsweredOnce() throws IOException {
        String ping = running.head("GET", "/v1/ping", "");
        assertThat(running.raw(ping.repeat(5), new byte[0]).orElseThrow().text())
                .containsOnlyOnce("HTTP/1.1 ");
    }

    @Test
    void requestBehindARefusedOneIsNotTaken() throws IOException {
        String second = running.head("POST", SENT, "Content-Length: " + TWO.length + "\r\n");
        assertThat(running.raw(running.head("GET", "/v1/nowhere", "") + second, TWO)
                        .orElseThrow()
                        .text())
                .containsOnlyOnce("HTTP/1.1 ");
    }

    @Test
    void requestInsideOfAChunkedBodyIsNotTaken() throws IOException {
        String both = running.head("POST", SENT, "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n");
        String second = running.head("POST", SENT, "Content-Length: " + TWO.length + "\r\n");
        byte[] body = ("0\r\n\r\n" + second + "1 2").getBytes(StandardCharsets.US_ASCII);
        assertThat(status(both, body)).isIn(400, 411, 501);
    }

    @ParameterizedTest
    @ValueSource(strings = {"chunked", "gzip, chunked", "identity", "Chunked", "\tchunked"})
    void bodiesInOtherCodingsAreRefused(String coding) throws IOException {
        assertThat(status(running.head("POST", SENT, "Transfer-Encoding: " + coding + "\r\n"), TWO))
                .isIn(400, 411, 501);
    }

    @Test
    void chunksWithoutEndAreNotReadToTheirEnd() throws IOException {
        byte[] chunk = ("400\r\n" + "1 ".repeat(512) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        boolean refused = false;
        try (Socket socket = running.connect()) {
            socket.getOutputStream()
                    .write(running.head("POST", SENT, "Transfer-Encoding: chunked\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 1 << 16; i++) {
                socket.getOutputStream().write(chunk);
            }
        } catch (SocketException closed) {
            refused = true;
        }
        assertThat(refused)
                .as("the connection is closed before 64 MiB have been sent")
                .isTrue();
    }

    @Test
    void thousandsOfHeadersAreRefused() throws IOException {
        StringBuilder headers = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            headers.append("X-").append(i).append(": a\r\n");
        }
        assertThat(running.raw(running.head("GET", "/v1/ping", headers.toString()), new byte[0])
                        .map(RunningServer.Reply::status)
                        .orElse(431))
                .isIn(400, 413, 431);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "host: evil.example\r\n",
                "HOST: 127.0.0.1\r\n",
                "authorization: Bearer x\r\n",
                "oRiGiN: http://evil.example\r\n",
                "Origin:\r\n",
            })
    void headersThatComeTwiceOrInOtherLettersAreSeen(String more) throws IOException {
        assertThat(status(running.head("GET", "/v1/ping", more), new byte[0])).isIn(400, 401, 403, 421);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example/v1/ping",
                "//evil.example/v1/ping",
                "https://127.0.0.1/v1/ping",
                "evil:/v1",
                "*"
            })
    void targetWithAnAddressOfItsOwnIsRefused(String target) throws IOException {
        assertThat(status(running.head("GET", target, ""), new byte[0])).isIn(400, 404, 421);
    }

    @Test
    void answerToHeadHasNoBody() throws IOException {
        assertThat(running.raw(running.head("HEAD", "/v1/ping", ""), new byte[0])
                        .orElseThrow()
                        .text())
                .endsWith("\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil@127.0.0.1:%d", "127.0.0.1:%d.evil.example", "127.0.0.1:0%d", "[::1]:%d", "127.1:%d"})
    void hostThatOnlyLooksLikeThisIsRefused(String host) throws IOException {
        String head = "GET /v1/ping HTTP/1.1\r\nHost: " + String.format(host, running.port)
                + "\r\nAuthorization: Bearer " + running.token + "\r\n\r\n";
        assertThat(status(head, new byte[0])).isIn(400, 421);
    }

    @ParameterizedTest
    @CsvSource({
        "name=%252e%252e%252f, 404",
        "name=%c3%a9, 404",
        "name=%f0%9f%98%80, 404",
        "name=%c0%ae%c0%ae, 400",
        "name=%ed%a0%80, 400",
        "name=%e2%80%a8, 400",
        "name=%ef%bb%bf, 400",
        "name=%7f, 400",
        "name=%c2%85, 400",
        "name=%, 400",
        "name=a&%6eame=b, 400",
        "name=a;name=b, 404",
        "name=a&&name=b, 400",
    })
    void namesAreDecodedOnceAndStrictly(String query, int status) throws IOException {
        assertThat(status(running.head("GET", "/v1/fit?" + query, ""), new byte[0]))
                .isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GET /v1/ping\r\n\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "\u0016\u0003\u0001\r\n\r\n", "\r\n"
            })
    void otherProtocolsGetNothing(String bytes) throws IOException {
        assertThat(status(bytes, new byte[0])).isNotEqualTo(200);
    }

    private static byte[] npy(int version, long declared, String header) {
        byte[] text = header.getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer bytes = ByteBuffer.allocate(12 + text.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
        if (version == 1) {
            bytes.putShort((short) declared);
        } else {
            bytes.putInt((int) declared);
        }
        bytes.put(text);
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 65535 | {'descr': '<f8', 'fortran_order': False, 'shape': (2, 2), }",
                "2 | 4294967295 | {'descr': '<f8', 'fortran_order': False, 'shape': (2, 2), }",
                "2 | 2147483647 | {'descr': '<f8', 'fortran_order': False, 'shape': (2, 2), }",
                "9 | 60 | {'descr': '<f8', 'fortran_order': False, 'shape': (2, 2), }",
                "1 | 0 | {'descr': '<f8', 'fortran_order': False, 'shape': (2, 2), }",
                "1 | 59 | {'descr': '<f8', 'fortran_order': False, 'shape': (99999999999999999999, 2), }",
            })
    void arraysWhoseHeadersLieAreRefused(int version, long declared, String header) throws IOException {
        assertThat(running.post("/v1/matrix?name=w", npy(version, declared, header))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void arrayWithAHeaderOfBracketsAloneIsRefused() throws IOException {
        String brackets = "{'descr': " + "(".repeat(50_000);
        assertThat(running.post("/v1/matrix?name=w", npy(2, brackets.length(), brackets))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void metricsOfBracketsAloneAreRefused() throws IOException {
        assertThat(running.post("/v1/metrics?step=1", "{\"a\":".repeat(50_000)).status())
                .isIn(400, 422);
    }
}
