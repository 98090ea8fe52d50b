package io.kakou.app.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.kakou.console.clips.S3Settings;
import io.kakou.console.door.DoorSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** An object store that holds what it is given, and an analysis process's door that shows two words. */
final class Neighbours implements AutoCloseable {
    private static final String TOKEN = "door-token";

    /** What a check of an address answers; the request itself while there is none. */
    volatile byte @Nullable [] probe;
    /** Of every camera. */
    volatile byte[] picture = "picture".getBytes(UTF_8);
    /** Of every alert kept from now on. */
    volatile byte[] alertPicture = "jpeg".getBytes(UTF_8);

    /** What is answered of models, by path. */
    final Map<String, String> models = new ConcurrentHashMap<>();

    final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer store = server(this::object);
    private final HttpServer door = server(this::door);

    S3Settings s3() {
        return new S3Settings(base(store).toString(), "us-east-1", "kakou", "key", "secret-key");
    }

    DoorSettings doorSettings() {
        return new DoorSettings(base(door), TOKEN);
    }

    /** A clip of one part and a picture. */
    void keep(String alert) {
        String key = "clips/" + alert + "/";
        objects.put(
                key + "manifest.json",
                ("{\"alert\":\"" + alert + "\",\"codec\":\"avc1.64001e\",\"state\":\"sealed\",\"parts\":[{\"key\":\""
                                + key + "0001.m4s\",\"seconds\":5}]}")
                        .getBytes(UTF_8));
        objects.put(key + "init.mp4", "init".getBytes(UTF_8));
        objects.put(key + "0001.m4s", "part".getBytes(UTF_8));
        objects.put("pictures/" + alert + ".jpg", alertPicture);
    }

    private void object(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String key = path.length() <= "/kakou/".length() ? "" : path.substring("/kakou/".length());
        if (key.isEmpty()) {
            answer(
                    exchange,
                    200,
                    "application/xml",
                    listing(exchange.getRequestURI()).getBytes(UTF_8));
            return;
        }
        if (exchange.getRequestMethod().equals("DELETE")) {
            objects.remove(key);
            answer(exchange, 204, "text/plain", new byte[0]);
            return;
        }
        if (exchange.getRequestMethod().equals("PUT")) {
            objects.put(key, exchange.getRequestBody().readAllBytes());
        }
        byte[] object = objects.get(key);
        if (object == null) {
            answer(
                    exchange,
                    404,
                    "application/xml",
                    "<Error><Code>NoSuchKey</Code><Message>none</Message></Error>".getBytes(UTF_8));
        } else {
            exchange.getResponseHeaders().add("ETag", "\"e\"");
            exchange.getResponseHeaders().add("Last-Modified", "Wed, 12 Oct 2022 17:50:00 GMT");
            answer(exchange, 200, "application/octet-stream", object);
        }
    }

    /** Of ListObjectsV2; all on one page. */
    private String listing(URI asked) {
        String query = String.valueOf(asked.getQuery());
        String prefix = query.contains("prefix=") ? query.split("prefix=", 2)[1].split("&", 2)[0] : "";
        StringBuilder found = new StringBuilder(
                "<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>kakou</Name>"
                        + "<IsTruncated>false</IsTruncated>");
        objects.keySet().stream().filter(key -> key.startsWith(prefix)).forEach(key -> found.append("<Contents><Key>")
                .append(key)
                .append("</Key><LastModified>2022-10-12T17:50:00.000Z</LastModified><ETag>\"e\"</ETag>")
                .append("<Size>1</Size><StorageClass>STANDARD</StorageClass></Contents>"));
        return found.append("</ListBucketResult>").toString();
    }

    private void door(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "text/plain", new byte[0]);
        } else if (path.endsWith("picture.jpg") || path.equals("/footage/person")) {
            answer(exchange, 200, "image/jpeg", picture);
        } else if (path.endsWith("live.mp4")) {
            answer(exchange, 200, "video/mp4", "live".getBytes(UTF_8));
        } else if (path.startsWith("/models")) {
            String told = models.getOrDefault(path, "{\"models\":[]}");
            answer(exchange, 200, "application/json", told.getBytes(UTF_8));
        } else if (path.endsWith("/footage/holds")) {
            answer(exchange, 200, "application/json", "{\"holds\":[]}".getBytes(UTF_8));
        } else {
            byte[] asked = exchange.getRequestBody().readAllBytes();
            byte[] found = probe;
            answer(exchange, 200, "application/json", found == null ? asked : found);
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private HttpServer server(HttpHandler handler) {
        try {
            HttpServer server =
                    HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
            server.createContext("/", handler);
            server.setExecutor(threads);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI base(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        store.stop(0);
        door.stop(0);
        threads.shutdownNow();
    }
}
