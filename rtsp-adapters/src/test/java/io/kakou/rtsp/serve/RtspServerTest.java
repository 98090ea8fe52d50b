package io.kakou.rtsp.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kakou.rtsp.Codec;
import io.kakou.rtsp.MadeUp;
import io.kakou.rtsp.Nal;
import io.kakou.rtsp.RtspLoops;
import io.kakou.rtsp.codec.AfterLoss;
import io.kakou.rtsp.codec.CodedPicture;
import io.kakou.rtsp.codec.H264Depacketizer;
import io.kakou.rtsp.rtp.RtpPacket;
import io.kakou.rtsp.rtp.SequenceWatch;
import io.kakou.rtsp.wire.InterleavedDecoder;
import io.kakou.rtsp.wire.InterleavedFrame;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our server as a bare socket sees it. */
class RtspServerTest {
    private static final int LIMIT_MILLIS = 10_000;
    private static final String TCP = "Transport: RTP/AVP/TCP;unicast;interleaved=2-3";

    private final RtspLoops loops = new RtspLoops(1, InstantSource.system());

    @BeforeEach
    void startLoops() {
        loops.start();
    }

    @AfterEach
    void closeLoops() {
        loops.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OPTIONS | * | CSeq: 1 | RTSP/1.0 200 OK",
                "DESCRIBE | /cam | CSeq: 1 | RTSP/1.0 200 OK",
                "DESCRIBE | /cam/?user=x | CSeq: 1 | RTSP/1.0 200 OK",
                "DESCRIBE | /dog | CSeq: 1 | RTSP/1.0 404 Not Found",
                "SETUP | /dog/trackID=0 | CSeq: 1 | RTSP/1.0 404 Not Found",
                "SETUP | /cam/trackID=0 | CSeq: 1~Transport: RTP/AVP;unicast;client_port=4-5 | RTSP/1.0 461",
                "SETUP | /cam/trackID=0 | CSeq: 1 | RTSP/1.0 461",
                "SETUP | /cam/trackID=0 | CSeq: 1~Session: 9~Transport: RTP/AVP/TCP;unicast | RTSP/1.0 454",
                "PLAY | /cam/ | CSeq: 1 | RTSP/1.0 454",
                "TEARDOWN | /cam/ | CSeq: 1~Session: 9 | RTSP/1.0 454",
                "GET_PARAMETER | /cam/ | CSeq: 1 | RTSP/1.0 200 OK",
                "GET_PARAMETER | /cam/ | CSeq: 1~Session: 9 | RTSP/1.0 454",
                "RECORD | /cam/ | CSeq: 1 | RTSP/1.0 405",
                "OPTIONS | * | X: 1 | RTSP/1.0 400",
            })
    void answers(String method, String path, String headers, String status) throws Exception {
        try (RtspServer server = server(MadeUp.gop(5, 100), ServerSettings.defaults());
                Socket client = connect(server)) {
            String url = path.equals("*") ? "*" : "rtsp://127.0.0.1" + path;
            assertThat(ask(client, method, url, headers.split("~", -1))).startsWith(status);
        }
    }

    @Test
    void describesItsSource() throws Exception {
        try (RtspServer server = server(MadeUp.gop(5, 100), ServerSettings.defaults());
                Socket client = connect(server)) {
            String head = ask(client, "DESCRIBE", "rtsp://127.0.0.1/cam", "CSeq: 1");
            assertThat(head).contains("content-base: rtsp://127.0.0.1/cam/", "content-type: application/sdp");
            assertThat(Description.of(MadeUp.gop(1, 1).format()))
                    .contains("a=rtpmap:96 H264/90000\r\n")
                    .contains("profile-level-id=42001e;sprop-parameter-sets=Z0IAHpWgUHw=,aM48gA==\r\n");
        }
    }

    @Test
    void aSourceThatCannotBeOpenedIsAnErrorOfTheServer() throws Exception {
        StreamSource broken = source(() -> {
            throw new IOException("no such file");
        });
        try (RtspServer server = server(broken, ServerSettings.defaults());
                Socket client = connect(server)) {
            String session = setUp(client);
            assertThat(ask(client, "PLAY", "rtsp://127.0.0.1/cam", "CSeq: 2", session))
                    .startsWith("RTSP/1.0 500");
        }
    }

    @Test
    void garbageEndsTheConnectionAndNoOther() throws Exception {
        try (RtspServer server = server(MadeUp.gop(5, 100), ServerSettings.defaults());
                Socket good = connect(server);
                Socket bad = connect(server)) {
            bad.getOutputStream().write("\u0001\u0002 hello".getBytes(StandardCharsets.US_ASCII));
            assertThat(bad.getInputStream().read()).isEqualTo(-1);
            assertThat(ask(good, "OPTIONS", "*", "CSeq: 1")).startsWith("RTSP/1.0 200");
        }
    }

    @Test
    void aPortInUseIsSaidInOneLine() throws Exception {
        try (RtspServer first = server(MadeUp.gop(5, 100), ServerSettings.defaults())) {
            ServerSettings same = ServerSettings.defaults().withPort(first.port());
            assertThatThrownBy(() -> server(MadeUp.gop(5, 100), same))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("cannot listen on 127.0.0.1:" + first.port() + ": ");
        }
    }

    @Test
    void aClientThatDoesNotReadLosesWholeGopsAndNothingIsKeptForIt() throws Exception {
        CountDownLatch manyRead = new CountDownLatch(300);
        StreamSource large = source(() -> new Large(manyRead));
        try (RtspServer server = server(large, ServerSettings.defaults());
                Socket client = connect(server)) {
            String session = setUp(client);
            ask(client, "PLAY", "rtsp://127.0.0.1/cam", "CSeq: 2", session);
            assertThat(manyRead.await(LIMIT_MILLIS, TimeUnit.MILLISECONDS)).isTrue();

            List<CodedPicture> pictures = pictures(client.getInputStream(), 150);

            int jumps = 0;
            for (int i = 1; i < pictures.size(); i++) {
                if (pictures.get(i).timestamp() - pictures.get(i - 1).timestamp() != 900) {
                    jumps++;
                    assertThat(pictures.get(i).keyframe())
                            .as("picture %d, after a jump", i)
                            .isTrue();
                }
            }
            assertThat(jumps).isPositive();
        }
    }

    /** Reads on until so many pictures came; no packet may be missing between them. */
    private static List<CodedPicture> pictures(InputStream in, int count) throws IOException {
        List<CodedPicture> pictures = new ArrayList<>();
        H264Depacketizer depacketizer =
                new H264Depacketizer(List.of(), 1 << 20, AfterLoss.WAIT_FOR_KEYFRAME, pictures::add);
        SequenceWatch watch = new SequenceWatch();
        EmbeddedChannel channel = new EmbeddedChannel(new InterleavedDecoder());
        byte[] buffer = new byte[64 * 1024];
        while (pictures.size() < count) {
            int length = in.read(buffer);
            channel.writeInbound(Unpooled.copiedBuffer(buffer, 0, length));
            for (Object out = channel.readInbound(); out != null; out = channel.readInbound()) {
                if (out instanceof InterleavedFrame frame && frame.channel() == 2) {
                    RtpPacket packet = Objects.requireNonNull(RtpPacket.parse(frame.content()));
                    assertThat(watch.see(packet)).isEqualTo(SequenceWatch.Verdict.NEXT);
                    depacketizer.packet(packet);
                }
                ReferenceCountUtil.release(out);
            }
        }
        channel.finishAndReleaseAll();
        return pictures;
    }

    private RtspServer server(StreamSource source, ServerSettings settings) throws IOException {
        RtspServer server = new RtspServer(loops, settings, Map.of("cam", source));
        server.start();
        return server;
    }

    private static Socket connect(RtspServer server) throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), server.port());
        client.setSoTimeout(LIMIT_MILLIS);
        return client;
    }

    private static String setUp(Socket client) throws IOException {
        String answer = ask(client, "SETUP", "rtsp://127.0.0.1/cam/trackID=0", "CSeq: 1", TCP);
        assertThat(answer).contains("RTP/AVP/TCP;unicast;interleaved=2-3");
        return answer.lines()
                .filter(line -> line.startsWith("session"))
                .findFirst()
                .orElseThrow();
    }

    /** Sends a request and reads the answer's head, byte by byte so that nothing behind it is taken. */
    private static String ask(Socket client, String method, String url, String... headers) throws IOException {
        String request = method + ' ' + url + " RTSP/1.0\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
        client.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = client.getInputStream().read();
            assertThat(next).as(head.toString()).isNotNegative();
            head.append((char) next);
        }
        return head.toString();
    }

    private interface Opening {
        StreamReader open() throws IOException;
    }

    private static StreamSource source(Opening opening) {
        return new StreamSource() {
            @Override
            public StreamFormat format() {
                return new StreamFormat(Codec.H264, List.of(Nal.SPS, Nal.PPS), 0, 0);
            }

            @Override
            public StreamReader open() throws IOException {
                return opening.open();
            }
        };
    }

    /** A hundred pictures of 100 kB a second without end, a keyframe every fifth. */
    private static final class Large implements StreamReader {
        private static final byte[] KEY = Nal.annexB(Nal.idr(100_000, 1));
        private static final byte[] OTHER = Nal.annexB(Nal.p(100_000, 2));
        private final CountDownLatch read;
        private int next;

        Large(CountDownLatch read) {
            this.read = read;
        }

        @Override
        public @Nullable StreamUnit next() {
            read.countDown();
            boolean keyframe = next % 5 == 0;
            return new StreamUnit(next++ / 100.0, keyframe, keyframe ? KEY : OTHER);
        }

        @Override
        public void close() {
            next = 0;
        }
    }
}
