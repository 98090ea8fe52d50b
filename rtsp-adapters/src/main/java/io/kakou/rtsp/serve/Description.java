package io.kakou.rtsp.serve;

import java.util.Base64;
import java.util.HexFormat;

/** The session description of one source (RFC 4566, RFC 6184 §8.2). */
public final class Description {
    static final int PAYLOAD_TYPE = 96;
    static final String TRACK = "trackID=0";

    private Description() {}

    /** Its text. */
    public static String of(StreamFormat format) {
        Base64.Encoder base64 = Base64.getEncoder();
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
                + "a=rtpmap:" + PAYLOAD_TYPE + " H264/90000\r\n"
                + "a=fmtp:" + PAYLOAD_TYPE + " packetization-mode=1"
                + ";profile-level-id=" + HexFormat.of().formatHex(format.sps(), 1, 4)
                + ";sprop-parameter-sets=" + base64.encodeToString(format.sps())
                + ',' + base64.encodeToString(format.pps()) + "\r\n"
                + size
                + "a=control:" + TRACK + "\r\n";
    }
}
