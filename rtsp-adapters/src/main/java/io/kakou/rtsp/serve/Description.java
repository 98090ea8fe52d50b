package io.kakou.rtsp.serve;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** The session description of one source (RFC 4566, RFC 6184 §8.2, RFC 7798 §7.2). */
public final class Description {
    static final int PAYLOAD_TYPE = 96;
    static final String TRACK = "trackID=0";

    private Description() {}

    /** Its text. */
    public static String of(StreamFormat format) {
        String size = format.width() > 0 && format.height() > 0
                ? "a=x-dimensions:" + format.width() + ',' + format.height() + "\r\n"
                : "";
        return "v=0\r\n"
                + "o=- 0 0 IN IP4 127.0.0.1\r\n"
                + "s=Kakou\r\n"
                + "c=IN IP4 0.0.0.0\r\n"
                + "t=0 0\r\n"
                + "a=control:*\r\n"
                + "m=video 0 RTP/AVP " + PAYLOAD_TYPE + "\r\n"
                + "a=rtpmap:" + PAYLOAD_TYPE + ' ' + format.codec().name() + "/90000\r\n"
                + "a=fmtp:" + PAYLOAD_TYPE + ' ' + parameters(format) + "\r\n"
                + size
                + "a=control:" + TRACK + "\r\n";
    }

    private static String parameters(StreamFormat format) {
        List<String> sets =
                format.sets().stream().map(Base64.getEncoder()::encodeToString).toList();
        return switch (format.codec()) {
            case H264 ->
                "packetization-mode=1;profile-level-id="
                        + HexFormat.of().formatHex(format.sets().get(0), 1, 4) + ";sprop-parameter-sets="
                        + String.join(",", sets);
            case H265 -> "sprop-vps=" + sets.get(0) + ";sprop-sps=" + sets.get(1) + ";sprop-pps=" + sets.get(2);
            case JPEG -> "";
        };
    }
}
