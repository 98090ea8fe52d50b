package io.kakou.rtsp.onvif;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A device over real HTTP that checks who asks, by its own clock, and answers as the standard shows. */
final class FakeDevice implements AutoCloseable {
    static final String USER = "admin";
    static final String PASSWORD = "pass&<word>";
    /** As devices do it, with a margin for slow tests. */
    private static final Duration OLDEST_TOKEN = Duration.ofSeconds(30);

    final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final Map<String, String> answers;
    private final Duration clockOffset;
    private volatile String challenge = "";
    private volatile @Nullable Predicate<@Nullable String> door;

    /**
     * A device that listens.
     *
     * @param answers the body's content by the question's name; what is missing is refused
     */
    FakeDevice(Map<String, String> answers, Duration clockOffset) throws IOException {
        this.answers = answers;
        this.clockOffset = clockOffset;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String place() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Asks for HTTP authentication too, before it answers anything. */
    FakeDevice behind(String challenged, Predicate<@Nullable String> authorization) {
        challenge = challenged;
        door = authorization;
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String question = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            String name = part(question, "<s:Body><([A-Za-z]+)");
            Predicate<@Nullable String> guard = door;
            if (guard != null && !guard.test(exchange.getRequestHeaders().getFirst("Authorization"))) {
                exchange.getResponseHeaders().add("WWW-Authenticate", challenge);
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            asked.add(exchange.getRequestURI().getPath() + " " + name);
            if (name.equals("GetSystemDateAndTime")) {
                send(exchange, 200, envelope(time()));
            } else if (!known(question)) {
                send(exchange, 400, fault("ter:NotAuthorized", "Sender not authorized"));
            } else if (answers.containsKey(name)) {
                send(exchange, 200, envelope(answer(name, question)));
            } else {
                send(exchange, 500, fault("ter:ActionNotSupported", "Optional Action Not Implemented"));
            }
        }
    }

    private String answer(String name, String question) {
        return answers.getOrDefault(name, "").replace("{token}", part(question, "<ProfileToken>([^<]*)"));
    }

    private boolean known(String question) {
        String created = part(question, "<Created[^>]*>([^<]*)");
        byte[] nonce = Base64.getDecoder().decode(part(question, "<Nonce[^>]*>([^<]*)"));
        String digest = part(question, "<Password[^>]*#PasswordDigest\">([^<]*)");
        return part(question, "<Username>([^<]*)").equals(USER)
                && Duration.between(Instant.parse(created), now()).abs().compareTo(OLDEST_TOKEN) < 0
                && digest.equals(UsernameToken.digest(nonce, created, PASSWORD));
    }

    private Instant now() {
        return Instant.now().plus(clockOffset);
    }

    private String time() {
        ZonedDateTime now = now().atZone(ZoneOffset.UTC);
        return """
                <tds:GetSystemDateAndTimeResponse><tds:SystemDateAndTime><tt:DateTimeType>NTP</tt:DateTimeType>
                <tt:UTCDateTime><tt:Time><tt:Hour>%d</tt:Hour><tt:Minute>%d</tt:Minute><tt:Second>%d</tt:Second></tt:Time>
                <tt:Date><tt:Year>%d</tt:Year><tt:Month>%d</tt:Month><tt:Day>%d</tt:Day></tt:Date></tt:UTCDateTime>
                </tds:SystemDateAndTime></tds:GetSystemDateAndTimeResponse>"""
                .formatted(
                        now.getHour(),
                        now.getMinute(),
                        now.getSecond(),
                        now.getYear(),
                        now.getMonthValue(),
                        now.getDayOfMonth());
    }

    static String envelope(String body) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <env:Envelope xmlns:env="http://www.w3.org/2003/05/soap-envelope"
                  xmlns:tds="http://www.onvif.org/ver10/device/wsdl" xmlns:tt="http://www.onvif.org/ver10/schema"
                  xmlns:trt="http://www.onvif.org/ver10/media/wsdl" xmlns:tr2="http://www.onvif.org/ver20/media/wsdl"
                  xmlns:ter="http://www.onvif.org/ver10/error"><env:Body>%s</env:Body></env:Envelope>"""
                .formatted(body);
    }

    private static String fault(String code, String reason) {
        return envelope(
                """
                <env:Fault><env:Code><env:Value>env:Sender</env:Value><env:Subcode><env:Value>%s</env:Value></env:Subcode>\
                </env:Code><env:Reason><env:Text xml:lang="en">%s</env:Text></env:Reason></env:Fault>"""
                        .formatted(code, reason));
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/soap+xml; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String part(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        return found.find() ? found.group(1) : "";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
