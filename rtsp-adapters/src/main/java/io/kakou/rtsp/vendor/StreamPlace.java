package io.kakou.rtsp.vendor;

import java.util.Locale;
import java.util.Optional;

/**
 * An address that was recognised.
 *
 * @param before scheme, host and port, as they stood there
 * @param channel from 1
 */
public record StreamPlace(Vendor vendor, String before, int channel, StreamKind kind) {
    /** Whose stream an address is, by its path; empty where no manufacturer's path fits. Credentials stay where they are. */
    public static Optional<StreamPlace> of(String url) {
        int host = url.indexOf("://") + "://".length();
        int path = host < "://".length() ? -1 : url.indexOf('/', host);
        if (path < 0) {
            return Optional.empty();
        }
        for (Vendor vendor : Vendor.values()) {
            for (StreamKind kind : StreamKind.values()) {
                int channel = vendor.channel(plain(url.substring(path)), kind);
                if (channel > 0) {
                    return Optional.of(new StreamPlace(vendor, url.substring(0, path), channel, kind));
                }
            }
        }
        return Optional.empty();
    }

    /** The address of the same camera's other stream. */
    public String other() {
        return before + vendor.path(channel, kind.other());
    }

    /** One line for whoever gave the main stream where the sub stream is meant, or asks what it is that he gave. */
    public String advice() {
        return switch (kind) {
            case MAIN ->
                "this is the main stream of " + vendor.words() + ", channel " + channel + "; the sub stream, which is "
                        + "looked at, is " + hidden(other());
            case SUB ->
                "this is the sub stream of " + vendor.words() + ", channel " + channel + "; the main stream is "
                        + hidden(other());
        };
    }

    private static String plain(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        if (lower.startsWith("/axis-media/media.amp") && !lower.contains("camera=")) {
            return withCamera(path);
        }
        return path.replaceFirst("(?i)([?&])(unicast=true&proto=onvif|transportmode=unicast)$", "");
    }

    private static String withCamera(String path) {
        int query = path.indexOf('?');
        return query < 0 ? path + "?camera=1" : path.substring(0, query) + "?camera=1&" + path.substring(query + 1);
    }

    private static String hidden(String url) {
        return url.replaceFirst("//[^/]*@", "//");
    }
}
