package io.kakou.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.rtsp.RtspException.Code;
import io.kakou.rtsp.RtspSession.State;
import io.kakou.rtsp.codec.AfterLoss;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cameras that say yes to PLAY and then send what is no picture, each under supervision. */
class WatchdogTest {
    private static final SessionSettings HASTY =
            new SessionSettings(5, 5, 0.4, 0.4, 1, 1 << 20, AfterLoss.WAIT_FOR_KEYFRAME, Transport.TCP);
    private static final CameraSettings SOON = new CameraSettings(HASTY, 0.05, 0.1, 0.1, 2, 0, 0);
    private static final String SDP = "v=0\r\nm=video 0 RTP/AVP 96\r\na=rtpmap:96 H264/90000\r\na=control:t1\r\n";

    private final RtspLoops loops = new RtspLoops(1, InstantSource.system());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Heard heard = new Heard();

    /** What it sends, 50 times a second. */
    enum Sends {
        NOTHING,
        REPORTS,
        NO_KEYFRAME,
        OTHER_MEDIA
    }

    @BeforeEach
    void start() {
        loops.start();
    }

    @AfterEach
    void close() {
        closing.countDown();
        loops.close();
        threads.shutdownNow();
    }

    @ParameterizedTest
    @CsvSource({
        "NOTHING, SILENT, 0.4",
        "REPORTS, SILENT, 0.4",
        "NO_KEYFRAME, NO_KEYFRAME, 1",
        "OTHER_MEDIA, GARBAGE, 0.4",
    })
    void each_ends_with_its_own_code_in_its_time_and_is_come_back_to(Sends sends, Code code, double seconds)
            throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                RtspCamera camera = new RtspCamera(
                        loops,
                        RtspAddress.of("cam-1", "rtsp://127.0.0.1:" + server.getLocalPort() + "/x"),
                        SOON,
                        heard)) {
            threads.execute(() -> accept(server, sends));
            camera.start();
            for (int session = 0; session < 2; session++) {
                heard.awaitState(State.PLAYING);
                long played = System.nanoTime();
                assertThat(heard.failure().code()).isEqualTo(code);
                assertThat((System.nanoTime() - played) / 1e9).isLessThan(seconds + 3);
            }
            assertThat(heard.units).isEmpty();
        }
    }

    private void accept(ServerSocket server, Sends sends) {
        try {
            while (true) {
                Socket client = server.accept();
                threads.execute(() -> serve(client, sends));
            }
        } catch (IOException e) {
            closing.countDown(); // the test is over
        }
    }

    private void serve(Socket client, Sends sends) {
        try (client) {
            converse(client, sends);
        } catch (IOException e) {
            return; // the client left
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void converse(Socket client, Sends sends) throws IOException, InterruptedException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        OutputStream out = client.getOutputStream();
        String method = "";
        while (!method.equals("PLAY")) {
            method = String.valueOf(in.readLine()).split(" ", 2)[0];
            String header = in.readLine();
            while (header != null && !header.isEmpty()) {
                if (header.toLowerCase(Locale.ROOT).startsWith("cseq")) {
                    out.write(answer(method, header).getBytes(StandardCharsets.US_ASCII));
                }
                header = in.readLine();
            }
        }
        for (int number = 1; !closing.await(20, TimeUnit.MILLISECONDS); number++) {
            out.write(frame(sends, number));
        }
    }

    private static String answer(String method, String number) {
        String body = method.equals("DESCRIBE") ? SDP : "";
        return "RTSP/1.0 200 OK\r\n" + number
                + "\r\nSession: 7\r\nTransport: RTP/AVP/TCP;interleaved=0-1\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body;
    }

    private static byte[] frame(Sends sends, int number) {
        return switch (sends) {
            case NOTHING -> new byte[0];
            case REPORTS ->
                ByteBuffer.allocate(32)
                        .put(new byte[] {'$', 1, 0, 28, (byte) 0x80, (byte) 200, 0, 6})
                        .putInt(9)
                        .array();
            case NO_KEYFRAME -> rtp(96, number);
            case OTHER_MEDIA -> rtp(8, number);
        };
    }

    private static byte[] rtp(int payloadType, int number) {
        byte[] slice = Nal.p(100, number);
        return ByteBuffer.allocate(16 + slice.length)
                .put(new byte[] {'$', 0})
                .putShort((short) (12 + slice.length))
                .put(new byte[] {(byte) 0x80, (byte) (0x80 | payloadType)})
                .putShort((short) number)
                .putInt(number * 1800)
                .putInt(9)
                .put(slice)
                .array();
    }
}
