package io.kakou.rtsp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A camera that answers each request by a script, one connection at a time, and keeps what it was asked. */
final class ScriptedCamera implements AutoCloseable {
    static final String SDP = "v=0\r\nm=video 0 RTP/AVP 96\r\na=rtpmap:96 H264/90000\r\na=control:t1\r\n";
    static final String OK = "200 OK";

    final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    private final ServerSocket door;
    private final Function<String, String> script;
    private volatile @Nullable Socket talking;

    /** @param script a request to a status and headers, without CSeq; empty ends the connection */
    ScriptedCamera(ServerSocket door, Function<String, String> script) {
        this.door = door;
        this.script = script;
        Thread thread = new Thread(this::serve, "scripted-camera");
        thread.setDaemon(true);
        thread.start();
    }

    static ScriptedCamera plain(Function<String, String> script) throws IOException {
        return new ScriptedCamera(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), script);
    }

    /** What a camera without wishes answers, its SETUP excepted. */
    static String usual(String request) {
        return switch (request.split(" ", 2)[0]) {
            case "DESCRIBE" -> OK + "\r\nContent-Length: " + SDP.length() + "\r\n\r\n" + SDP;
            case "PLAY" -> OK + "\r\nSession: 7\r\n\r\n";
            default -> OK + "\r\n\r\n";
        };
    }

    String url() {
        return "rtsp://127.0.0.1:" + door.getLocalPort() + "/x";
    }

    /** The next request of a method. */
    String asked(String method) throws InterruptedException {
        String request = requests.poll(20, TimeUnit.SECONDS);
        while (request != null && !request.startsWith(method)) {
            request = requests.poll(20, TimeUnit.SECONDS);
        }
        if (request == null) {
            throw new AssertionError("it was never asked " + method);
        }
        return request;
    }

    @Override
    public void close() throws IOException {
        door.close();
        hangUp();
    }

    /** Ends the present connection. */
    void hangUp() throws IOException {
        Socket last = talking;
        if (last != null) {
            last.close();
        }
    }

    private void serve() {
        while (!door.isClosed()) {
            try (Socket client = door.accept()) {
                talking = client;
                answer(client);
            } catch (IOException e) {
                talking = null; // the client or the test closed
            }
        }
    }

    private void answer(Socket client) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
        for (String request = request(in); request != null; request = request(in)) {
            requests.add(request);
            String said = script.apply(request);
            if (said.isEmpty()) {
                return;
            }
            String[] parts = said.split("\r\n", 2);
            String text = "RTSP/1.0 " + parts[0] + "\r\nCSeq: " + number(request) + "\r\n" + parts[1];
            client.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private static @Nullable String request(BufferedReader in) throws IOException {
        StringBuilder request = new StringBuilder();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.isEmpty()) {
                return request.toString();
            }
            request.append(line).append('\n');
        }
        return null;
    }

    private static String number(String request) {
        return request.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("cseq:"))
                .map(line -> line.substring(5).strip())
                .findFirst()
                .orElse("0");
    }
}
