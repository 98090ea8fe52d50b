package io.kakou.benchmarks.fuzz;

import io.kakou.rtsp.Codec;
import io.kakou.rtsp.rtp.RtpHeader;
import io.kakou.rtsp.rtp.RtpPacket;
import io.kakou.rtsp.rtp.SenderReport;
import io.kakou.rtsp.serve.Packetizer;
import io.kakou.rtsp.serve.StreamFormat;
import io.kakou.rtsp.serve.StreamUnit;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;

/** What cameras say when all is well: answers, descriptions and challenges in several vendors' manners, and packets. */
final class Corpus {
    private static final byte[] SPS = {0x67, 0x42, 0x00, 0x1e, (byte) 0x95, (byte) 0xa0, 0x50, 0x7c};
    private static final byte[] PPS = {0x68, (byte) 0xce, 0x3c, (byte) 0x80};
    private static final List<byte[]> H265_SETS = List.of(
            HexFormat.of().parseHex("40010c01ffff01600000030090000003000003005dac09"),
            HexFormat.of()
                    .parseHex("42010101600000030090000003000003005da00280802d1636b924cbf0080000030008000003004d40"),
            HexFormat.of().parseHex("4401c172b46240"));
    private static final int[] PICTURES = {9000, 300, 1399, 1400, 1401, 40, 5000};

    private static final List<String> DESCRIPTIONS = List.of(
            """
            v=0\r
            o=- 1109162014219182 1109162014219192 IN IP4 x.y.z.w\r
            s=Media Presentation\r
            e=NONE\r
            c=IN IP4 0.0.0.0\r
            t=0 0\r
            a=control:rtsp://192.168.1.64:554/Streaming/Channels/102/\r
            m=video 0 RTP/AVP 96\r
            b=AS:5000\r
            a=recvonly\r
            a=x-dimensions:640,360\r
            a=control:rtsp://192.168.1.64:554/Streaming/Channels/102/trackID=1\r
            a=rtpmap:96 H264/90000\r
            a=fmtp:96 profile-level-id=420029; packetization-mode=1; sprop-parameter-sets=Z01AHpWgUHw=,aO48gA==\r
            m=application 0 RTP/AVP 107\r
            a=rtpmap:107 vnd.onvif.metadata/90000\r
            """,
            """
            v=0\r
            o=- 2229999427 2229999427 IN IP4 0.0.0.0\r
            s=Media Server\r
            c=IN IP4 0.0.0.0\r
            t=0 0\r
            a=control:*\r
            a=packetization-supported:DH\r
            a=range:npt=now-\r
            m=video 0 RTP/AVP 96\r
            a=control:trackID=0\r
            a=framerate:25.000000\r
            a=rtpmap:96 H264/90000\r
            a=fmtp:96 packetization-mode=1;profile-level-id=4D401E;sprop-parameter-sets=Z01AHqaAoD2Q,aO48gAA=\r
            m=audio 0 RTP/AVP 8\r
            a=control:trackID=1\r
            a=rtpmap:8 PCMA/8000\r
            """,
            """
            v=0
            o=- 0 0 IN IP4 127.0.0.1
            s=-
            m=video 0 RTP/AVP 98 96
            a=rtpmap:98 H265/90000
            a=fmtp:98 sprop-vps=QAEMAf//AWAAAAMAAAMAAAMAAAMAXawJ;sprop-sps=QgEBAWAAAAMAAAMAAAMAAAMAXaAC
            a=rtpmap:96 H264
            a=control:stream=0
            """);

    private static final String SET_UP =
            """
            RTSP/1.0 200 OK\r
            CSeq: 3\r
            Session: 1185d20035702ca;timeout=60\r
            Transport: RTP/AVP/TCP;unicast;interleaved=0-1;ssrc=4F1A;mode="play"\r
            \r
            """;

    private static final List<String> CHALLENGES = List.of(
            "Digest realm=\"IP Camera(C6496)\", nonce=\"4e5468694e7a42694e7a4d364f\", stale=\"FALSE\"",
            "Digest realm=\"Login to 3H05A2\", nonce=\"6d1e9d8c\", opaque=\"5ccc\", qop=\"auth,auth-int\", algorithm=SHA-256",
            "Basic realm=\"/\", Digest realm=\"a \\\"b\\\" c\", nonce=\"\", algorithm=MD5, stale=true");

    private final List<byte[]> packets = new ArrayList<>();
    private final List<byte[]> packetsOfH265 = new ArrayList<>();
    private final List<byte[]> packetsOfJpeg = new ArrayList<>();
    private final List<byte[]> exchanges = new ArrayList<>();

    Corpus() {
        send(
                new StreamFormat(Codec.H264, List.of(SPS, PPS), 640, 360),
                List.of(new byte[] {0x65}, new byte[] {0x41}),
                packets);
        send(
                new StreamFormat(Codec.H265, H265_SETS, 640, 360),
                List.of(new byte[] {0x26, 1}, new byte[] {0x02, 1}),
                packetsOfH265);
        photograph();
        DESCRIPTIONS.forEach(text -> exchanges.add(described(text)));
        CHALLENGES.forEach(challenge -> exchanges.add(
                ascii("RTSP/1.0 401 Unauthorized\r\nCSeq: 2\r\nWWW-Authenticate: " + challenge + "\r\n\r\n")));
        exchanges.add(ascii(SET_UP));
    }

    List<byte[]> packets() {
        return packets;
    }

    List<byte[]> packetsOfH265() {
        return packetsOfH265;
    }

    List<byte[]> packetsOfJpeg() {
        return packetsOfJpeg;
    }

    List<byte[]> exchanges() {
        return exchanges;
    }

    static List<byte[]> descriptions() {
        return DESCRIPTIONS.stream().map(Corpus::ascii).toList();
    }

    static List<byte[]> challenges() {
        return CHALLENGES.stream().map(Corpus::ascii).toList();
    }

    /** Compound RTCP: a sender report, a description of the source, a goodbye. */
    static List<byte[]> reports() {
        ByteBuf out = Unpooled.buffer();
        new SenderReport(0x1234, Instant.parse("2026-06-01T12:00:00Z"), 3600).write(out, 100, 100_000);
        out.writeByte(0x81)
                .writeByte(202)
                .writeShort(3)
                .writeInt(0x1234)
                .writeByte(1)
                .writeByte(4);
        out.writeCharSequence("cam0", StandardCharsets.US_ASCII);
        out.writeShort(0);
        out.writeByte(0x81).writeByte(203).writeShort(1).writeInt(0x1234);
        return List.of(ByteBufUtil.getBytes(out));
    }

    /** @param headers of a keyframe's slice, and of another's */
    private void send(StreamFormat format, List<byte[]> headers, List<byte[]> to) {
        Packetizer packetizer = Packetizer.of(format, 0, 0x1234, 65_530);
        for (int i = 0; i < PICTURES.length; i++) {
            ByteBuf out = Unpooled.buffer();
            byte[] picture = picture(i, headers.get(i == 0 ? 0 : 1));
            packetizer.write(new StreamUnit(i / 25.0, i == 0, picture), i * 3600, out);
            exchanges.add(ByteBufUtil.getBytes(out));
            while (out.isReadable()) {
                int length = out.skipBytes(2).readUnsignedShort();
                to.add(ByteBufUtil.getBytes(out.readSlice(length)));
            }
        }
    }

    /** Pictures of RFC 2435, in two packets each: tables computed, in band, and with restart markers. */
    private void photograph() {
        int[][] kinds = {{1, 60}, {0, 255}, {65, 200}, {64, 200}};
        for (int i = 0; i < kinds.length; i++) {
            int type = kinds[i][0];
            int quality = kinds[i][1];
            for (int part = 0; part < 2; part++) {
                ByteBuf out = Unpooled.buffer();
                RtpPacket.writeHeader(out, new RtpHeader(part == 1, 26, 2 * i + part, i * 3600, 0x1234));
                out.writeByte(0).writeMedium(part * 600).writeByte(type).writeByte(quality);
                out.writeByte(640 / 8).writeByte(360 / 8);
                out.writeBytes(type >= 64 ? new byte[] {0, 10, -1, -1} : new byte[0]);
                if (quality >= 128 && part == 0) {
                    out.writeShort(0).writeShort(128).writeBytes(picture(2), 5, 128);
                }
                packetsOfJpeg.add(ByteBufUtil.getBytes(out.writeBytes(picture(2), 5, 600)));
            }
        }
    }

    private static byte[] picture(int number, byte... header) {
        byte[] nal = new byte[PICTURES[number]];
        SplittableRandom chance = new SplittableRandom(number);
        for (int i = 0; i < nal.length; i++) {
            nal[i] = (byte) (0x80 | chance.nextInt(128));
        }
        System.arraycopy(header, 0, nal, 0, header.length);
        ByteArrayOutputStream annexB = new ByteArrayOutputStream();
        annexB.writeBytes(new byte[] {0, 0, 0, 1});
        annexB.writeBytes(nal);
        return annexB.toByteArray();
    }

    private static byte[] described(String text) {
        return ascii(
                "RTSP/1.0 200 OK\r\nCSeq: 2\r\nContent-Base: rtsp://192.168.1.64:554/x/\r\nContent-Type: application/sdp\r\n"
                        + "Content-Length: " + text.length() + "\r\n\r\n" + text);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
