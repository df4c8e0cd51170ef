package org.eigenscope.bridge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** 256 random bits that a sender has to know. */
final class BridgeToken {
    private static final int BYTES = 32;
    private static final String SCHEME = "Bearer ";

    private final String text;

    private BridgeToken(String text) {
        this.text = text;
    }

    static BridgeToken create() {
        byte[] bits = new byte[BYTES];
        new SecureRandom().nextBytes(bits);
        return new BridgeToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** As it is written in the address file; URL-safe Base64 without padding. */
    String text() {
        return text;
    }

    /** Whether an {@code Authorization} header holds it. The time does not tell how many of its characters are right. */
    boolean isIn(String authorization) {
        byte[] given = authorization.getBytes(StandardCharsets.UTF_8);
        byte[] wanted = (SCHEME + text).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(wanted, given);
    }
}
