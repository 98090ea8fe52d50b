package io.kakou.rtsp.wire;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers a server's challenges: the strongest digest it offers, Basic only where it offers nothing else. One thread.
 */
public final class Authenticator {
    private final @Nullable Credentials credentials;
    private final Supplier<String> clientNonce;
    private @Nullable Challenge challenge;
    private String cnonce = "";
    private int count;

    /**
     * @param credentials null where none are known; then no challenge can be answered
     * @param clientNonce a fresh random text a call, one for each challenge
     */
    public Authenticator(@Nullable Credentials credentials, Supplier<String> clientNonce) {
        this.credentials = credentials;
        this.clientNonce = clientNonce;
    }

    /**
     * Takes the challenges of a 401.
     *
     * @param headers all {@code WWW-Authenticate} values
     * @return whether asking again may help: it does not when the very password was just refused
     */
    public boolean challenged(List<String> headers) {
        Challenge before = challenge;
        Challenge now = headers.stream()
                .flatMap(header -> Challenge.parse(header).stream())
                .max(Comparator.comparing(Challenge::hash, Comparator.nullsFirst(Comparator.naturalOrder())))
                .orElse(null);
        if (credentials == null || now == null) {
            return false;
        }
        challenge = now;
        cnonce = clientNonce.get(); // one a challenge: where it is part of the secret, it stays (RFC 7616 §3.4.2)
        count = 0;
        return before == null
                || now.stale()
                || (now.hash() != null && !now.nonce().equals(before.nonce()));
    }

    /** Whether the last challenge found nothing but the nonce too old, and says nothing of the password. */
    public boolean stale() {
        return challenge != null && challenge.stale();
    }

    /**
     * Takes what a camera says of the next request (RFC 7616 §3.5): answered by another nonce before it is asked for.
     *
     * @param header {@code Authentication-Info}
     */
    public void informed(String header) {
        Challenge present = challenge;
        String next = Challenge.parameters(header).get("nextnonce");
        boolean speakable = header.chars().noneMatch(c -> c < ' ' || c == 0x7f);
        // With -sess the first nonce is part of the secret.
        if (present != null && present.hash() != null && !present.session() && next != null && speakable) {
            challenge = present.withNonce(next);
            count = 0;
        }
    }

    /** The {@code Authorization} value for a request, or null while nobody asked for one. */
    public @Nullable String authorization(String method, String uri) {
        Challenge asked = challenge;
        if (asked == null || credentials == null) {
            return null;
        }
        return asked.hash() == null ? basic(credentials) : digest(asked, credentials, method, uri);
    }

    private static String basic(Credentials who) {
        byte[] pair = (who.user() + ':' + who.password()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    private String digest(Challenge asked, Credentials who, String method, String uri) {
        DigestHash hash = Objects.requireNonNull(asked.hash());
        StringBuilder answer = new StringBuilder("Digest ");
        append(answer, "username", who.user());
        append(answer.append(", "), "realm", asked.realm());
        append(answer.append(", "), "nonce", asked.nonce());
        append(answer.append(", "), "uri", uri);
        if (hash != DigestHash.MD5 || asked.session()) {
            answer.append(", algorithm=")
                    .append(hash.token())
                    .append(asked.session() ? Challenge.SESSION : ""); // some old cameras refuse the token they imply
        }
        String bound = asked.nonce();
        String secret = hash.hex(who.user() + ':' + asked.realm() + ':' + who.password());
        if (asked.qopAuth()) {
            String nc = "%08x".formatted(++count);
            append(answer.append(", qop=auth, nc=").append(nc).append(", "), "cnonce", cnonce);
            bound += ':' + nc + ':' + cnonce + ":auth";
            secret = asked.session() ? hash.hex(secret + ':' + asked.nonce() + ':' + cnonce) : secret;
        }
        append(answer.append(", "), "response", hash.respond(secret, bound, method + ':' + uri));
        if (asked.opaque() != null) {
            append(answer.append(", "), "opaque", asked.opaque());
        }
        return answer.toString();
    }

    private static void append(StringBuilder answer, String name, String value) {
        String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"");
        answer.append(name).append("=\"").append(escaped).append('"');
    }
}
