package io.kakou.rtsp.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hashes of RFC 7616 §6.1 that cameras speak, weakest first. */
public enum DigestHash {
    MD5("MD5", "MD5"),
    SHA_256("SHA-256", "SHA-256"),
    SHA_512_256("SHA-512-256", "SHA-512/256");

    private final String token;
    private final String algorithm;

    DigestHash(String token, String algorithm) {
        this.token = token;
        this.algorithm = algorithm;
    }

    /** As headers name it. */
    public String token() {
        return token;
    }

    /** Lower-case hex of the UTF-8 text's hash. */
    public String hex(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK from 9 on has " + algorithm, e);
        }
    }

    /**
     * The response to a challenge (RFC 7616 §3.4.1).
     *
     * @param secret {@code H(user:realm:password)}
     * @param nonce the nonce; with {@code qop=auth}, {@code nonce:nc:cnonce:auth}
     * @param asked {@code method:uri}
     */
    public String respond(String secret, String nonce, String asked) {
        return hex(secret + ':' + nonce + ':' + hex(asked));
    }
}
