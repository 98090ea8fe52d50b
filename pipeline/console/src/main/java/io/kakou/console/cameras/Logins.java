package io.kakou.console.cameras;

import io.kakou.console.refusal.Refusal;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * An address as people paste it, parted from the login inside it.
 *
 * @param address without the login
 * @param login {@code user:password} in the clear, or null where the address holds none
 */
public record Logins(String address, @Nullable String login) {
    /** Userinfo is percent-encoded in an address (RFC 3986 §3.2.1), and sent as it is. */
    public static Logins part(String field, String pasted) {
        int scheme = pasted.indexOf("://");
        int path = pasted.indexOf('/', scheme + 3);
        int at = pasted.lastIndexOf('@', path < 0 ? pasted.length() : path);
        if (scheme < 0 || !pasted.regionMatches(true, 0, "rtsp", 0, 4)) {
            throw Refusal.badField(field, field + " is no camera's address; allowed: rtsp://host[:port]/path");
        }
        String login = at < scheme + 3 ? null : pasted.substring(scheme + 3, at);
        String address = login == null ? pasted : pasted.substring(0, scheme + 3) + pasted.substring(at + 1);
        checkHost(field, address);
        return new Logins(address, login == null ? null : decoded(login));
    }

    private static void checkHost(String field, String address) {
        try {
            if (URI.create(address).getHost() == null) {
                throw Refusal.badField(field, field + " names no host; allowed: rtsp://host[:port]/path");
            }
        } catch (IllegalArgumentException e) {
            throw Refusal.badField(field, field + " is no address; allowed: rtsp://host[:port]/path");
        }
    }

    private static String decoded(String login) {
        try {
            return URLDecoder.decode(login.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return login;
        }
    }

    /** Without the login. */
    @Override
    public String toString() {
        return address;
    }
}
