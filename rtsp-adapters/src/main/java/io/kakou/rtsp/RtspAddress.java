package io.kakou.rtsp;

import io.kakou.rtsp.wire.Credentials;
import io.kakou.rtsp.wire.ServerTrust;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a camera is and how to come in.
 *
 * @param camera its id, in every message
 * @param host name or address, IPv6 without brackets
 * @param url without user, password and fragment, as it goes over the wire
 * @param credentials null where none are known
 * @param trust of the certificate, where the scheme is {@code rtsps}
 */
public record RtspAddress(
        String camera, String host, int port, String url, @Nullable Credentials credentials, ServerTrust trust) {
    public static final int DEFAULT_PORT = 554;
    /** Of {@code rtsps}, by IANA's register. */
    public static final int DEFAULT_TLS_PORT = 322;

    private static final String SCHEME = "rtsp://";
    private static final String TLS_SCHEME = "rtsps://";
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\x00-\\x20\\x7f]");
    /** Some vendors put the password into the path. */
    private static final Pattern SECRET = Pattern.compile("(?i)((?:passw(?:or)?d|pwd|pass)=)[^&;?]*");

    /**
     * Reads {@code rtsp[s]://[user[:password]@]host[:port]/path}; user and password are percent-decoded. Behind an
     * address of {@code rtsps} may stand {@code #insecure} or {@code #sha256=} and the certificate's fingerprint, which
     * a camera with a certificate of its own making needs ({@link ServerTrust#of}).
     *
     * @throws IllegalArgumentException in one line without the password, where it is no such address
     */
    public static RtspAddress of(String camera, String url) {
        boolean tls = begins(url, TLS_SCHEME);
        if ((!tls && !begins(url, SCHEME)) || UNPRINTABLE.matcher(url).find()) {
            throw new IllegalArgumentException(
                    camera + ": an address that is not of the form rtsp[s]://host[:port]/path");
        }
        String scheme = tls ? TLS_SCHEME : SCHEME;
        String rest = url.substring(scheme.length());
        int path = authorityEnd(rest);
        int at = rest.lastIndexOf('@', path - 1);
        String place = rest.substring(at + 1, path);
        int end = tls ? fragmentAt(rest, path) : rest.length();
        Place found = Place.of(camera, place, tls ? DEFAULT_TLS_PORT : DEFAULT_PORT);
        return new RtspAddress(
                camera,
                found.host(),
                found.port(),
                scheme + place + rest.substring(path, end),
                at < 0 ? null : Credentials.ofUserInfo(rest.substring(0, at)),
                end < rest.length() ? trust(camera, rest.substring(end + 1)) : ServerTrust.AUTHORITIES);
    }

    /** The same place with these credentials. */
    public RtspAddress withCredentials(Credentials other) {
        return new RtspAddress(camera, host, port, url, other, trust);
    }

    /** Whether the connection is TLS. */
    public boolean tls() {
        return begins(url, TLS_SCHEME);
    }

    /** The URL with what looks like a password blotted out. */
    @Override
    public String toString() {
        return SECRET.matcher(url).replaceAll("$1***");
    }

    private record Place(String host, int port) {
        static Place of(String camera, String text, int usual) {
            int colon = text.indexOf(':', text.lastIndexOf(']') + 1);
            String host = colon < 0 ? text : text.substring(0, colon);
            int port = colon < 0 ? usual : RtspAddress.port(camera, text.substring(colon + 1));
            if (host.isEmpty()) {
                throw new IllegalArgumentException(
                        camera + ": an address without a host; it is rtsp[s]://host[:port]/path");
            }
            boolean literal = host.startsWith("[") && host.endsWith("]");
            return new Place(literal ? host.substring(1, host.length() - 1) : host, port);
        }
    }

    private static boolean begins(String url, String scheme) {
        return url.regionMatches(true, 0, scheme, 0, scheme.length());
    }

    private static int fragmentAt(String rest, int from) {
        int hash = rest.indexOf('#', from);
        return hash < 0 ? rest.length() : hash;
    }

    private static ServerTrust trust(String camera, String fragment) {
        try {
            return ServerTrust.of(fragment);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(camera + ": " + e.getMessage(), e);
        }
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
}
