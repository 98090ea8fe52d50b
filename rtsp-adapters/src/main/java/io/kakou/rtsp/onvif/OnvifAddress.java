package io.kakou.rtsp.onvif;

import io.kakou.rtsp.wire.Credentials;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A camera's device service.
 *
 * @param service without credentials; {@code http} or {@code https}
 * @param credentials null where none are known
 */
public record OnvifAddress(URI service, @Nullable Credentials credentials) {
    /** The path of the device service is the same everywhere (ONVIF Core, “Device management service”). */
    private static final String PATH = "/onvif/device_service";

    private static final String ALLOWED =
            "; allowed: onvif://[user:password@]host[:port], or http[s]://host[:port]/onvif/device_service";

    /**
     * Reads {@code onvif://[user:password@]host[:port]}, or the device service's own address.
     *
     * @throws IllegalArgumentException in one line without the password, where it is neither
     */
    public static OnvifAddress of(String text) {
        int host = text.indexOf("://") + "://".length();
        int path = text.indexOf('/', host);
        int at = text.lastIndexOf('@', path < 0 ? text.length() : path);
        if (host < "://".length()) {
            throw new IllegalArgumentException("an address without a scheme" + ALLOWED);
        }
        String scheme = text.substring(0, host).replaceFirst("(?i)^onvif:", "http:");
        String place = text.substring(at < host ? host : at + 1, path < 0 ? text.length() : path);
        String rest = path < 0 || path == text.length() - 1 ? PATH : text.substring(path);
        return new OnvifAddress(
                uri(scheme + place + rest), at < host ? null : Credentials.ofUserInfo(text.substring(host, at)));
    }

    /** The address alone. */
    @Override
    public String toString() {
        return service.toString();
    }

    private static URI uri(String text) {
        try {
            URI uri = new URI(text);
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (http && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Refused below: the exception's own message would repeat what was typed.
        }
        throw new IllegalArgumentException("an address that is no ONVIF device" + ALLOWED);
    }
}
