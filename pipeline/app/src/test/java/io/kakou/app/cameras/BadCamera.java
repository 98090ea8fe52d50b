package io.kakou.app.cameras;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What stands where a camera should be, on 127.0.0.1. */
public final class BadCamera implements AutoCloseable {
    private static final byte[] P_SLICE = {0x41, (byte) 0x9a, 0x24, 0x6c, 0x41};
    private static final int STEP_MILLIS = 40;

    /** What it does wrong. */
    public enum Fault {
        BLACK_HOLE,
        CLOSES_ON_CONNECT,
        CLOSES_AFTER_DESCRIBE,
        CLOSES_AFTER_PLAY,
        SILENT,
        SILENT_AFTER_PLAY,
        RANDOM_BYTES,
        WEB_SERVER,
        GARBAGE_AFTER_PLAY,
        NO_KEYFRAME,
        MPEG4
    }

    private final Fault fault;
    private final ServerSocket door;
    private final List<Socket> open = new ArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicInteger connections = new AtomicInteger();
    private final Thread thread = new Thread(this::serve, "bad-camera");

    /** @param port 0 takes a free one */
    public BadCamera(int port, Fault fault) throws IOException {
        this.fault = fault;
        this.door = new ServerSocket();
        door.setReuseAddress(true);
        door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), fault == Fault.BLACK_HOLE ? 1 : 50);
        thread.setDaemon(true);
        if (fault == Fault.BLACK_HOLE) {
            fill();
        } else {
            thread.start();
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    public String url() {
        return "rtsp://127.0.0.1:" + port() + "/live";
    }

    /** How often somebody came. */
    public int connections() {
        return connections.get();
    }

    /** Nobody accepts, and Linux lets no more in than the backlog and one: who comes next hears nothing. */
    private void fill() throws IOException {
        for (int i = 0; i < 4; i++) {
            var waiting = SocketChannel.open();
            waiting.configureBlocking(false);
            boolean unused = waiting.connect(door.getLocalSocketAddress());
            keep(waiting.socket());
        }
    }

    private void serve() {
        try {
            while (closing.getCount() > 0) {
                Socket client = door.accept();
                connections.incrementAndGet();
                keep(client);
                Thread each = new Thread(() -> converse(client), "bad-camera-client");
                each.setDaemon(true);
                each.start();
            }
        } catch (IOException e) {
            // closed: that is how it ends
        }
    }

    private synchronized void keep(Socket client) throws IOException {
        open.add(client);
        if (closing.getCount() == 0) {
            client.close();
        }
    }

    private void converse(Socket client) {
        try (client) {
            switch (fault) {
                case CLOSES_ON_CONNECT, BLACK_HOLE -> {}
                case SILENT -> await(client);
                case RANDOM_BYTES -> {
                    client.getOutputStream().write(random(4096));
                    await(client);
                }
                case WEB_SERVER -> {
                    String unused = request(reader(client));
                    client.getOutputStream()
                            .write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII));
                }
                case CLOSES_AFTER_DESCRIBE,
                        CLOSES_AFTER_PLAY,
                        SILENT_AFTER_PLAY,
                        GARBAGE_AFTER_PLAY,
                        NO_KEYFRAME,
                        MPEG4 -> speak(client);
            }
        } catch (IOException | InterruptedException e) {
            // the other side left, or this was closed
        }
    }

    private void speak(Socket client) throws IOException, InterruptedException {
        BufferedReader in = reader(client);
        for (String request = request(in); request != null; request = request(in)) {
            String method = request.substring(0, request.indexOf(' '));
            if (method.equals("SETUP") && fault == Fault.CLOSES_AFTER_DESCRIBE) {
                return;
            }
            client.getOutputStream().write(answer(method, request).getBytes(US_ASCII));
            if (method.equals("PLAY")) {
                play(client);
                return;
            }
        }
    }

    private String answer(String method, String request) {
        String number = request.replaceAll("(?is).*cseq: *(\\d+).*", "$1");
        String head = "RTSP/1.0 200 OK\r\nCSeq: " + number + "\r\n";
        String codec = fault == Fault.MPEG4 ? "MP4V-ES" : "H264";
        String sdp = "v=0\r\nm=video 0 RTP/AVP 96\r\na=rtpmap:96 " + codec + "/90000\r\na=control:t1\r\n";
        return switch (method) {
            case "DESCRIBE" ->
                head + "Content-Type: application/sdp\r\nContent-Length: " + sdp.length() + "\r\n\r\n" + sdp;
            case "SETUP" -> head + "Session: 7;timeout=60\r\nTransport: RTP/AVP/TCP;unicast;interleaved=0-1\r\n\r\n";
            default -> head + "Session: 7\r\n\r\n";
        };
    }

    private void play(Socket client) throws IOException, InterruptedException {
        if (fault == Fault.SILENT_AFTER_PLAY) {
            await(client);
        }
        OutputStream out = client.getOutputStream();
        Random chance = new Random(7);
        for (int i = 0; fault != Fault.CLOSES_AFTER_PLAY && closing.getCount() > 0; i++) {
            out.write(fault == Fault.NO_KEYFRAME ? frame(packet(i)) : frame(garbage(chance)));
            boolean unused = closing.await(STEP_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private static byte[] packet(int number) {
        ByteBuffer packet = ByteBuffer.allocate(12 + P_SLICE.length);
        packet.put((byte) 0x80).put((byte) 0xe0).putShort((short) number).putInt(number * 3600);
        return packet.putInt(9).put(P_SLICE).array();
    }

    private static byte[] garbage(Random chance) {
        byte[] bytes = new byte[200];
        chance.nextBytes(bytes);
        bytes[0] &= 0x3f; // RTP's version is 2
        return bytes;
    }

    private static byte[] frame(byte[] packet) {
        ByteBuffer frame = ByteBuffer.allocate(4 + packet.length);
        return frame.put((byte) '$')
                .put((byte) 0)
                .putShort((short) packet.length)
                .put(packet)
                .array();
    }

    private static byte[] random(int bytes) {
        byte[] some = new byte[bytes];
        new Random(3).nextBytes(some);
        return some;
    }

    private static BufferedReader reader(Socket client) throws IOException {
        return new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII));
    }

    private static @Nullable String request(BufferedReader in) throws IOException {
        StringBuilder whole = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            whole.append(line).append("\r\n");
        }
        return whole.length() == 0 ? null : whole.toString();
    }

    /** Says nothing until the other side leaves. */
    private static void await(Socket client) throws IOException {
        long unused = client.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        door.close();
        synchronized (this) {
            for (Socket each : open) {
                each.close();
            }
        }
    }
}
