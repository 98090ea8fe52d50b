package io.kakou.console.api;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The page, from the class path's folder {@code web}. What is no file of it is the page itself: it has its own routes. */
final class PageFiles implements Handler<RoutingContext> {
    private static final Pattern NAME =
            Pattern.compile("/[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");
    private static final String INDEX = "/index.html";

    /** What a unit's link opens: a page of its own, that knows nothing of the room's. */
    private static final String PHONE = "/phone.html";

    private static final String LINKS = "/t/";
    private static final int MOST_FILES = 1_000;
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("webp", "image/webp"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("ogg", "audio/ogg"),
            Map.entry("wav", "audio/wav"),
            Map.entry("txt", "text/plain; charset=utf-8"));

    private final ClassLoader loader;
    private final Map<String, Buffer> files = new ConcurrentHashMap<>();

    PageFiles(ClassLoader loader) {
        this.loader = loader;
    }

    @Override
    public void handle(RoutingContext context) {
        String path = context.normalizedPath();
        boolean page = path.equals("/") || path.lastIndexOf('.') < path.lastIndexOf('/');
        String name = page ? (path.startsWith(LINKS) ? PHONE : INDEX) : path;
        Buffer file = NAME.matcher(name).matches() ? file(name) : null;
        if (file == null) {
            context.response()
                    .setStatusCode(404)
                    .putHeader("Content-Type", "text/plain")
                    .end("not found\n");
            return;
        }
        // Vite names what lies in assets after its content: it never changes.
        String cache = name.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
        context.response()
                .putHeader("Content-Type", type(name))
                .putHeader("Cache-Control", cache)
                .end(file);
    }

    private static String type(String name) {
        return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    }

    private @Nullable Buffer file(String name) {
        Buffer known = files.get(name);
        if (known != null) {
            return known;
        }
        try (InputStream in = loader.getResourceAsStream("web" + name)) {
            if (in == null) {
                return null;
            }
            Buffer read = Buffer.buffer(in.readAllBytes());
            if (files.size() < MOST_FILES) {
                files.put(name, read);
            }
            return read;
        } catch (IOException e) {
            return null;
        }
    }
}
