package io.kakou.rtsp.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The lines of one {@code m=} section while the text is read. */
final class MediaLines {
    private static final int MOST_LINES = 256;
    private static final int STATIC_JPEG = 26;

    private final String[] head;
    private final List<String> attributes = new ArrayList<>();

    MediaLines(String head) {
        this.head = head.strip().split("\\s+", -1);
    }

    void add(String line) {
        if (line.startsWith("a=") && attributes.size() < MOST_LINES) {
            attributes.add(line.substring(2));
        }
    }

    Media read() {
        int payloadType = head.length > 3 ? number(head[3], -1) : -1;
        String rtpmap = of(payloadType, "rtpmap:");
        String[] encoding = (rtpmap == null ? fixed(payloadType) : rtpmap.toUpperCase(Locale.ROOT)).split("/", -1);
        String fmtp = of(payloadType, "fmtp:");
        String parameters = fmtp == null ? "" : fmtp;
        String size = value("x-dimensions:");
        return new Media(
                head[0].toLowerCase(Locale.ROOT),
                payloadType,
                encoding[0].strip(),
                encoding.length > 1 ? number(encoding[1].strip(), 0) : 0,
                value("control:"),
                size == null ? PictureSize.UNSAID : PictureSize.parse(size),
                H264Parameters.parse(parameters),
                H265Parameters.parse(parameters));
    }

    /** The payload types of RFC 3551 that need no {@code a=rtpmap}, as far as they matter. */
    private static String fixed(int payloadType) {
        return payloadType == STATIC_JPEG ? "JPEG/90000" : "payload type " + payloadType;
    }

    private @Nullable String value(String prefix) {
        for (String attribute : attributes) {
            if (attribute.regionMatches(true, 0, prefix, 0, prefix.length())) {
                return attribute.substring(prefix.length()).strip();
            }
        }
        return null;
    }

    /** The value of {@code rtpmap} or {@code fmtp} that is for this payload type. */
    private @Nullable String of(int payloadType, String prefix) {
        for (String attribute : attributes) {
            if (attribute.regionMatches(true, 0, prefix, 0, prefix.length())) {
                String[] parts = attribute.substring(prefix.length()).strip().split("\\s+", 2);
                if (parts.length == 2 && number(parts[0], -2) == payloadType) {
                    return parts[1];
                }
            }
        }
        return null;
    }

    static int number(String digits, int otherwise) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
