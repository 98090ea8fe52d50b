package io.kakou.rtsp;

import io.kakou.rtsp.wire.Credentials;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a camera is and how to come in.
 *
 * @param camera its id, in every message
 * @param host name or address, IPv6 without brackets
 * @param url without user and password, as it goes over the wire
 * @param credentials null where none are known
 */
public record RtspAddress(String camera, String host, int port, String url, @Nullable Credentials credentials) {
    public static final int DEFAULT_PORT = 554;

    private static final String SCHEME = "rtsp://";
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\x00-\\x20\\x7f]");
    /** Some vendors put the password into the path. */
    private static final Pattern SECRET = Pattern.compile("(?i)((?:passw(?:or)?d|pwd|pass)=)[^&;?]*");

    /**
     * Reads {@code rtsp://[user[:password]@]host[:port]/path}; user and password are percent-decoded.
     *
     * @throws IllegalArgumentException in one line without the password, where it is no such address
     */
    public static RtspAddress of(String camera, String url) {
        if (!url.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                || UNPRINTABLE.matcher(url).find()) {
            throw new IllegalArgumentException(camera + ": an address that is not of the form rtsp://host[:port]/path");
        }
        String rest = url.substring(SCHEME.length());
        int path = authorityEnd(rest);
        int at = rest.lastIndexOf('@', path - 1);
        String place = rest.substring(at + 1, path);
        int colon = place.indexOf(':', place.lastIndexOf(']') + 1);
        String host = colon < 0 ? place : place.substring(0, colon);
        int port = colon < 0 ? DEFAULT_PORT : port(camera, place.substring(colon + 1));
        if (host.isEmpty()) {
            throw new IllegalArgumentException(camera + ": an address without a host; it is rtsp://host[:port]/path");
        }
        return new RtspAddress(
                camera,
                host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host,
                port,
                SCHEME + place + rest.substring(path),
                at < 0 ? null : credentials(rest.substring(0, at)));
    }

    /** The same place with these credentials. */
    public RtspAddress withCredentials(Credentials other) {
        return new RtspAddress(camera, host, port, url, other);
    }

    /** The URL with what looks like a password blotted out. */
    @Override
    public String toString() {
        return SECRET.matcher(url).replaceAll("$1***");
    }

    private static int authorityEnd(String rest) {
        for (int i = 0; i < rest.length(); i++) {
            if (rest.charAt(i) == '/' || rest.charAt(i) == '?') {
                return i;
            }
        }
        return rest.length();
    }

    private static int port(String camera, String digits) {
        if (digits.matches("[0-9]{1,5}")) {
            int port = Integer.parseInt(digits);
            if (port >= 1 && port <= 65_535) {
                return port;
            }
        }
        throw new IllegalArgumentException(camera + ": port \"" + digits + "\"; allowed: 1 to 65535");
    }

    private static Credentials credentials(String userInfo) {
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
}
