package io.kakou.rtsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kakou.rtsp.RtspException.Code;
import io.kakou.rtsp.codec.AfterLoss;
import io.kakou.rtsp.rtp.RtpHeader;
import io.kakou.rtsp.rtp.RtpPacket;
import io.kakou.rtsp.serve.AtEnd;
import io.kakou.rtsp.serve.RtspServer;
import io.kakou.rtsp.serve.ServerSettings;
import io.kakou.rtsp.serve.StreamUnit;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What carries the packets: as our own server has it, and as scripted cameras do. */
class TransportTest {
    private static final double RATE = 100;
    private static final Pattern CLIENT_PORT = Pattern.compile("client_port=(\\d+)");
    private static final String TCP = "Session: 7\r\nTransport: RTP/AVP/TCP;unicast;interleaved=0-1\r\n\r\n";
    private static final String REFUSED = "461 Unsupported Transport\r\n\r\n";

    private final RtspLoops loops = new RtspLoops(1, InstantSource.system());
    private final Heard heard = new Heard();

    @BeforeEach
    void startLoops() {
        loops.start();
    }

    @AfterEach
    void closeLoops() {
        loops.close();
    }

    @Test
    void every_unit_comes_over_udp_as_the_source_gave_it() throws Exception {
        MadeUp source = MadeUp.gop(30, RATE);
        try (RtspServer server = serve(source, ServerSettings.defaults());
                RtspSession session = session(server.url("cam"), Transport.UDP)) {
            session.start();
            List<AccessUnit> units = heard.take(75);

            for (int i = 0; i < units.size(); i++) {
                StreamUnit given = source.units().get(i % 30);
                assertThat(units.get(i).bytes()).as("unit %d", i).isEqualTo(given.annexB());
                assertThat(units.get(i).seconds()).isCloseTo(i / RATE, within(1e-9));
            }
            assertThat(units.get(0).cameraTime()).as("by a sender report").isNotNull();
            assertThat(heard.lost).hasValue(0);
            assertThat(heard.carriers).containsExactly(Transport.UDP);
        }
    }

    @Test
    void a_source_played_once_over_udp_ends_with_the_connection() throws Exception {
        MadeUp source = MadeUp.gop(5, RATE);
        try (RtspServer server = serve(source, ServerSettings.defaults().withAtEnd(AtEnd.CLOSE));
                RtspSession session = session(server.url("cam"), Transport.UDP)) {
            session.start();
            RtspException why = heard.failure();

            assertThat(why.code()).isEqualTo(Code.CLOSED);
            assertThat(source.closed()).hasValue(1);
        }
    }

    @Test
    void auto_asks_for_tcp_first() throws Exception {
        try (RtspServer server = serve(MadeUp.gop(30, RATE), ServerSettings.defaults());
                RtspSession session = session(server.url("cam"), Transport.AUTO)) {
            session.start();
            heard.take(3);
            assertThat(heard.carriers).containsExactly(Transport.TCP);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TCP  | refused   | SETUP: no RTP over TCP (461)",
                "UDP  | refused   | SETUP: no RTP over UDP (461)",
                "AUTO | refused   | SETUP: no RTP over UDP (461)",
                "TCP  | ports     | SETUP: asked for RTP over TCP, it answers with another transport",
                "UDP  | frames    | SETUP: asked for RTP over UDP, it answers with another transport",
                "UDP  | multicast | SETUP: asked for RTP over UDP, it answers with another transport",
                "AUTO | busy      | SETUP: 453 Not Enough Bandwidth",
            })
    void a_refusal_is_said_in_one_line(Transport wanted, String answer, String why) throws Exception {
        String said =
                switch (answer) {
                    case "ports" -> "200 OK\r\nSession: 7\r\nTransport: RTP/AVP;client_port=5000-5001\r\n\r\n";
                    case "frames" -> "200 OK\r\n" + TCP;
                    case "multicast" -> "200 OK\r\nSession: 7\r\nTransport: RTP/AVP;multicast;port=9000-9001\r\n\r\n";
                    case "busy" -> "453 Not Enough Bandwidth\r\n\r\n";
                    default -> REFUSED;
                };
        try (ScriptedCamera camera = ScriptedCamera.plain(
                        request -> request.startsWith("SETUP") ? said : ScriptedCamera.usual(request));
                RtspSession session = session(camera.url(), wanted)) {
            session.start();
            RtspException failure = heard.failure();
            assertThat(failure.code()).isEqualTo(Code.REJECTED);
            assertThat(failure).hasMessage("cam-1: " + why + ", at " + camera.url());
        }
    }

    @Test
    void a_camera_that_refuses_tcp_is_asked_for_udp_at_once_the_next_time() throws Exception {
        try (Ports ports = new Ports();
                ScriptedCamera camera = ScriptedCamera.plain(request -> udpOnly(request, ports));
                RtspCamera watched = new RtspCamera(
                        loops,
                        RtspAddress.of("cam-1", camera.url()),
                        new CameraSettings(SessionSettings.defaults(), 0.05, 0.05, 0.05, 1, 0, 30),
                        heard)) {
            watched.start();
            assertThat(camera.asked("SETUP")).contains("RTP/AVP/TCP");
            String second = camera.asked("SETUP");
            assertThat(second).contains("RTP/AVP;unicast;client_port=");
            String unused = camera.asked("PLAY"); // it takes nothing before that
            ports.keyframe(second);
            heard.take(1);
            camera.hangUp();
            assertThat(camera.asked("SETUP")).as("the next session's first").contains("RTP/AVP;unicast;client_port=");
        }
    }

    @Test
    void a_camera_that_is_silent_over_tcp_is_asked_for_udp_and_a_silent_udp_for_tcp_again() throws Exception {
        SessionSettings impatient = new SessionSettings(5, 5, 0.3, 10, 60, 1 << 20, AfterLoss.WAIT_FOR_KEYFRAME);
        try (Ports ports = new Ports();
                ScriptedCamera camera = ScriptedCamera.plain(request -> eitherWay(request, ports));
                RtspCamera watched = new RtspCamera(
                        loops,
                        RtspAddress.of("cam-1", camera.url()),
                        new CameraSettings(impatient, 0.05, 0.05, 0.05, 1, 0, 30),
                        heard)) {
            watched.start();
            assertThat(camera.asked("SETUP")).contains("RTP/AVP/TCP");
            assertThat(heard.failure().reason())
                    .startsWith("no packet for 0.3 s")
                    .endsWith("; next over UDP");
            String second = camera.asked("SETUP");
            assertThat(second).contains("RTP/AVP;unicast;client_port=");
            String unused = camera.asked("PLAY"); // it takes nothing before that
            ports.keyframe(second);
            heard.take(1);
            camera.hangUp();
            assertThat(heard.failure().code()).isEqualTo(Code.CLOSED);
            assertThat(camera.asked("SETUP")).as("what worked").contains("RTP/AVP;unicast;client_port=");
            assertThat(heard.failure().reason())
                    .startsWith("no packet for 0.3 s")
                    .endsWith("at " + camera.url() + "; next over TCP");
            assertThat(camera.asked("SETUP")).contains("RTP/AVP/TCP");
        }
    }

    @Test
    void the_way_is_opened_strangers_are_not_heard_and_what_came_is_reported() throws Exception {
        try (Ports ports = new Ports();
                ScriptedCamera camera = ScriptedCamera.plain(request -> udpOnly(request, ports));
                RtspSession session = session(camera.url(), Transport.UDP)) {
            session.start();
            String setUp = camera.asked("SETUP");
            byte[] opening = ports.received(ports.rtp);
            assertThat(opening).hasSize(RtpPacket.HEADER_BYTES).startsWith(0x80);
            assertThat(ports.received(ports.rtcp))
                    .as("an empty receiver report")
                    .hasSize(8);
            try (DatagramSocket stranger = new DatagramSocket(0, InetAddress.getByName("127.0.0.2"))) {
                ports.send(stranger, setUp, 0, Nal.p(9, 1));
            }
            ports.send(ports.rtp, setUp, 1, Nal.SPS);
            ports.send(ports.rtp, setUp, 4, Nal.idr(9, 1));
            ports.send(ports.rtp, setUp, 2, Nal.PPS);
            heard.take(1);
            byte[] report = ports.received(ports.rtcp);
            assertThat(report[1] & 0xff).as("a receiver report").isEqualTo(201);
            assertThat(report[15]).as("one is lost").isEqualTo((byte) 1);
        }
    }

    private static String eitherWay(String request, Ports ports) {
        return request.startsWith("SETUP") && request.contains("RTP/AVP/TCP")
                ? "200 OK\r\n" + TCP
                : udpOnly(request, ports);
    }

    private static String udpOnly(String request, Ports ports) {
        if (!request.startsWith("SETUP")) {
            return ScriptedCamera.usual(request);
        }
        return request.contains("RTP/AVP/TCP")
                ? REFUSED
                : "200 OK\r\nSession: 7\r\nTransport: RTP/AVP;unicast;server_port=" + ports.rtp.getLocalPort() + '-'
                        + ports.rtcp.getLocalPort() + "\r\n\r\n";
    }

    private RtspServer serve(MadeUp source, ServerSettings settings) throws Exception {
        RtspServer server = new RtspServer(loops, settings, Map.of("cam", source));
        server.start();
        return server;
    }

    private RtspSession session(String url, Transport transport) {
        SessionSettings settings = SessionSettings.defaults().withTransport(transport);
        return new RtspSession(loops, RtspAddress.of("cam-1", url), settings, heard);
    }

    /** A camera's two. */
    private static final class Ports implements AutoCloseable {
        final DatagramSocket rtp = open();
        final DatagramSocket rtcp = open();

        Ports() throws Exception {}

        void keyframe(String setUp) throws Exception {
            send(rtp, setUp, 1, Nal.SPS);
            send(rtp, setUp, 2, Nal.PPS);
            send(rtp, setUp, 3, Nal.idr(9, 1));
        }

        void send(DatagramSocket from, String setUp, int sequence, byte[] payload) throws Exception {
            Matcher port = CLIENT_PORT.matcher(setUp);
            assertThat(port.find()).as(setUp).isTrue();
            ByteBuf packet = Unpooled.buffer();
            RtpPacket.writeHeader(packet, new RtpHeader((payload[0] & 0x1f) < 6, 96, sequence, 0, 1));
            byte[] bytes = ByteBufUtil.getBytes(packet.writeBytes(payload));
            InetSocketAddress to =
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port.group(1)));
            from.send(new DatagramPacket(bytes, bytes.length, to));
        }

        byte[] received(DatagramSocket at) throws Exception {
            DatagramPacket packet = new DatagramPacket(new byte[2000], 2000);
            at.receive(packet);
            return java.util.Arrays.copyOf(packet.getData(), packet.getLength());
        }

        @Override
        public void close() {
            rtp.close();
            rtcp.close();
        }

        private static DatagramSocket open() throws Exception {
            DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
            socket.setSoTimeout(10_000);
            return socket;
        }
    }
}
