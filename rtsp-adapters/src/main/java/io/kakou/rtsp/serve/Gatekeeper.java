package io.kakou.rtsp.serve;

import io.kakou.rtsp.wire.Challenge;
import io.kakou.rtsp.wire.Credentials;
import io.kakou.rtsp.wire.DigestHash;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets one connection's requests in, or says what to answer with (RFC 7616, RFC 7617). */
final class Gatekeeper {
    private static final String REALM = "Kakou";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final @Nullable Credentials credentials;
    private final DigestHash hash;
    private final String nonce = new BigInteger(128, RANDOM).toString(16);

    Gatekeeper(@Nullable Credentials credentials, DigestHash hash) {
        this.credentials = credentials;
        this.hash = hash;
    }

    /** @param authorization the header, or null where the request has none */
    boolean admits(String method, @Nullable String authorization) {
        if (credentials == null) {
            return true;
        }
        if (authorization == null) {
            return false;
        }
        return authorization.startsWith("Basic ")
                ? same(authorization.substring(6).strip(), basic(credentials))
                : digestHolds(credentials, method, Challenge.parameters(authorization));
    }

    /** {@code WWW-Authenticate} values, the better one first. */
    List<String> challenges() {
        String algorithm = hash == DigestHash.MD5 ? "" : ", algorithm=" + hash.token();
        return List.of(
                "Digest realm=\"" + REALM + "\", nonce=\"" + nonce + "\", qop=\"auth\"" + algorithm,
                "Basic realm=\"" + REALM + '"');
    }

    /** The address inside the answer is taken as it stands: clients disagree on which of a stream's it should be. */
    private boolean digestHolds(Credentials who, String method, Map<String, String> answer) {
        String bound = answer.getOrDefault("nonce", "");
        if (!bound.equals(nonce) || !answer.getOrDefault("username", "").equals(who.user())) {
            return false;
        }
        if (answer.containsKey("qop")) {
            bound += ':' + answer.getOrDefault("nc", "") + ':' + answer.getOrDefault("cnonce", "") + ":auth";
        }
        String secret = hash.hex(who.user() + ':' + REALM + ':' + who.password());
        String expected = hash.respond(secret, bound, method + ':' + answer.getOrDefault("uri", ""));
        return same(answer.getOrDefault("response", ""), expected);
    }

    private static String basic(Credentials who) {
        byte[] pair = (who.user() + ':' + who.password()).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(pair);
    }

    private static boolean same(String given, String expected) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}
