package io.kakou.rtsp.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code WWW-Authenticate} header asks for (RFC 7235 §4.1).
 *
 * @param hash null asks for Basic
 * @param session whether the nonces are part of the secret ({@code -sess}, RFC 7616 §3.4.2)
 * @param qopAuth whether the answer is to be protected by {@code qop=auth}
 * @param stale only the nonce was too old; the password may be right
 */
public record Challenge(
        @Nullable DigestHash hash,
        boolean session,
        String realm,
        String nonce,
        @Nullable String opaque,
        boolean qopAuth,
        boolean stale) {
    static final String SESSION = "-sess";

    private static final Pattern SCHEME = Pattern.compile("(?:^|,)\\s*(Basic|Digest)\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern PARAMETER =
            Pattern.compile("([A-Za-z0-9_-]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s,\"]+))");

    /** The same with another nonce. */
    Challenge withNonce(String next) {
        return new Challenge(hash, session, realm, next, opaque, qopAuth, stale);
    }

    /** The challenges of one header, those we cannot answer left out; never fails. */
    public static List<Challenge> parse(String header) {
        List<Challenge> challenges = new ArrayList<>();
        if (header.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f)) {
            return challenges; // its words would stand in our header, and end it
        }
        Matcher scheme = SCHEME.matcher(header);
        boolean more = scheme.find();
        while (more) {
            boolean digest = scheme.group(1).equalsIgnoreCase("digest");
            int from = scheme.end();
            more = scheme.find();
            Challenge challenge =
                    of(digest, parameters(header.substring(from, more ? scheme.start() : header.length())));
            if (challenge != null) {
                challenges.add(challenge);
            }
        }
        return challenges;
    }

    /** The comma-separated {@code name="value"} pairs of a challenge or of an answer, names in lower case. */
    public static Map<String, String> parameters(String text) {
        Map<String, String> found = new HashMap<>();
        Matcher matcher = PARAMETER.matcher(text);
        while (matcher.find()) {
            String quoted = matcher.group(2);
            String value = quoted == null ? matcher.group(3) : quoted.replaceAll("\\\\(.)", "$1");
            found.putIfAbsent(matcher.group(1).toLowerCase(Locale.ROOT), value);
        }
        return found;
    }

    private static @Nullable Challenge of(boolean digest, Map<String, String> parameters) {
        String realm = parameters.getOrDefault("realm", "");
        if (!digest) {
            return new Challenge(null, false, realm, "", null, false, false);
        }
        String nonce = parameters.get("nonce");
        String algorithm = parameters.getOrDefault("algorithm", "MD5");
        boolean session = algorithm.toLowerCase(Locale.ROOT).endsWith(SESSION);
        DigestHash hash = hash(session ? algorithm.substring(0, algorithm.length() - SESSION.length()) : algorithm);
        if (nonce == null || hash == null) {
            return null;
        }
        boolean auth = List.of(parameters
                        .getOrDefault("qop", "")
                        .toLowerCase(Locale.ROOT)
                        .split("[\\s,]+", -1))
                .contains("auth");
        if (session && !auth) {
            return null; // the secret would lack the client's nonce
        }
        boolean stale = parameters.getOrDefault("stale", "").equalsIgnoreCase("true");
        return new Challenge(hash, session, realm, nonce, parameters.get("opaque"), auth, stale);
    }

    private static @Nullable DigestHash hash(String token) {
        for (DigestHash hash : DigestHash.values()) {
            if (hash.token().equalsIgnoreCase(token)) {
                return hash;
            }
        }
        return null;
    }
}
