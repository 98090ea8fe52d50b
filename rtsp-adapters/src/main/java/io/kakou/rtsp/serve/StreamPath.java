package io.kakou.rtsp.serve;

/** The part of a request's address that names a stream. */
final class StreamPath {
    private static final String TRACK = '/' + Description.TRACK;

    private StreamPath() {}

    /** {@code rtsp://h:1/a/b/trackID=0?x} and {@code /a/b/} are both {@code a/b}. */
    static String of(String uri) {
        String path = base(uri);
        int authority = path.indexOf("://");
        if (authority >= 0) {
            int slash = path.indexOf('/', authority + 3);
            path = slash < 0 ? "" : path.substring(slash);
        }
        return path.replaceAll("^/+|/+$", "");
    }

    /** The stream's address with one slash behind it, which its track is relative to. */
    static String base(String uri) {
        String path = uri.split("\\?", 2)[0];
        path = path.endsWith(TRACK) ? path.substring(0, path.length() - TRACK.length()) : path;
        return path.endsWith("/") ? path : path + '/';
    }
}
