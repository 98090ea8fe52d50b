package io.kakou.rtsp.wire;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;

/** Who asks. The password is shown nowhere. */
public record Credentials(String user, String password) {
    /** Reads {@code user[:password]} as an address holds it, percent-decoded (RFC 3986 §3.2.1). */
    public static Credentials ofUserInfo(String userInfo) {
        int colon = userInfo.indexOf(':');
        String user = colon < 0 ? userInfo : userInfo.substring(0, colon);
        return new Credentials(decoded(user), colon < 0 ? "" : decoded(userInfo.substring(colon + 1)));
    }

    private static String decoded(String text) {
        try {
            return QueryStringDecoder.decodeComponent(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // a password with a bare percent sign, meant as it stands
        }
    }

    @Override
    public String toString() {
        return "Credentials[" + user + ", ***]";
    }
}
