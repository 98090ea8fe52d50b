package io.kakou.rtsp.sdp;

import org.jspecify.annotations.Nullable;

/** Where SETUP and PLAY go (RFC 2326 appendix C.1.1). */
public final class ControlUrl {
    private ControlUrl() {}

    /**
     * Joins a control attribute to its base.
     *
     * <p>A relative control is appended to the whole base behind one slash, queries included. RFC 3986 would put it in
     * place of the last segment and drop the query, but cameras mean {@code rtsp://h/live?channel=1/trackID=0}, and so
     * do the clients they were tried with.
     *
     * @param base {@code Content-Base}, {@code Content-Location} or the address described
     * @param control absolute, relative, {@code *} or null for the base itself
     */
    public static String resolve(String base, @Nullable String control) {
        if (control == null || control.isEmpty() || control.equals("*")) {
            return base;
        }
        if (absolute(control)) {
            return control;
        }
        String joint = base.endsWith("/") || control.startsWith("?") ? "" : "/";
        return base + joint + (control.startsWith("/") ? control.substring(1) : control);
    }

    /** What is given, where it is absolute: behind address translation some cameras give a base without a host. */
    public static String base(@Nullable String given, String otherwise) {
        return given != null && absolute(given.strip()) ? given.strip() : otherwise;
    }

    private static boolean absolute(String url) {
        return url.regionMatches(true, 0, "rtsp://", 0, 7) || url.regionMatches(true, 0, "rtsps://", 0, 8);
    }
}
