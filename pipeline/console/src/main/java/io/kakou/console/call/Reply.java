package io.kakou.console.call;

import io.kakou.events.json.Json;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is answered.
 *
 * @param headers beyond those that every answer has
 */
public record Reply(int status, String type, Buffer body, Map<String, String> headers) {
    private static final String JSON = "application/json";

    public static Reply ok() {
        return json(200, new JsonObject().put("ok", true));
    }

    public static Reply json(int status, JsonObject body) {
        return new Reply(status, JSON, body.toBuffer(), Map.of("Cache-Control", "no-store"));
    }

    public static Reply json(JsonObject body) {
        return json(200, body);
    }

    public static Reply json(Record body) {
        return json(record(body));
    }

    public static Reply json(List<JsonObject> body) {
        return new Reply(200, JSON, new JsonArray(body).toBuffer(), Map.of("Cache-Control", "no-store"));
    }

    /** Bytes that only their reader's browser may keep, for so many seconds. */
    public static Reply bytes(String type, byte[] bytes, int seconds) {
        String cache = seconds == 0 ? "no-store" : "private, max-age=" + seconds;
        return new Reply(200, type, Buffer.buffer(bytes), Map.of("Cache-Control", cache));
    }

    /** Of a file what was asked for: 206 where it is a part, 416 where none of it is there (RFC 9110 §15). */
    public static Reply part(String type, ByteRange range, Buffer bytes) {
        int status = !range.isThere() ? 416 : range.isPart() ? 206 : 200;
        Reply reply = new Reply(
                status, type, bytes, Map.of("Cache-Control", "private, max-age=3600", "Accept-Ranges", "bytes"));
        return status == 200 ? reply : reply.with("Content-Range", range.said());
    }

    /** The same with one header more. */
    public Reply with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Reply(status, type, body, more);
    }

    /** A record as JSON, as on the log. */
    public static JsonObject record(Record record) {
        return new JsonObject(Buffer.buffer(Json.write(record)));
    }

    public static List<JsonObject> records(List<? extends Record> records) {
        return records.stream().map(Reply::record).toList();
    }

    public void send(HttpServerResponse response) {
        response.setStatusCode(status).putHeader("Content-Type", type);
        headers.forEach(response::putHeader);
        response.end(body);
    }
}
