package io.kakou.console.call;

import io.kakou.console.refusal.Refusal;
import io.kakou.events.Id;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A request as its handler sees it; what is missing or misshapen is refused by name. */
public record Call(RoutingContext context) {
    /** The name of the cookie that holds the session's token. */
    public static final String COOKIE = "kakou";

    private static final int LONGEST_TEXT = 200;

    public HttpServerRequest request() {
        return context.request();
    }

    /** Of the session; empty where none came with it. */
    public Optional<String> token() {
        Cookie cookie = request().getCookie(COOKIE);
        return Optional.ofNullable(cookie).map(Cookie::getValue);
    }

    /** A part of the path that must be an id; anything else is not there. */
    public String id(String name) {
        return inPath(name, Id::compound);
    }

    /** Likewise, of something that an office has numbered. */
    public String paper(String name) {
        return inPath(name, Id::paper);
    }

    private String inPath(String name, BinaryOperator<String> check) {
        try {
            return check.apply(name, String.valueOf(context.pathParam(name)));
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound(name + " of that name");
        }
    }

    /** A word of the query; null where it is not there. */
    public @Nullable String query(String name) {
        return request().getParam(name);
    }

    /**
     * A number in the query.
     *
     * @throws Refusal where it is none from 1 to the most allowed
     */
    public int number(String name, int otherwise, int most) {
        String value = query(name);
        if (value == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Refused below, like a number out of range.
        }
        throw Refusal.badField(name, name + " is no number in range; allowed: 1 to " + most);
    }

    /** Why somebody looks; empty where nothing was said. */
    public Optional<String> reason() {
        String reason = query("reason");
        if (reason == null || reason.isBlank()) {
            return Optional.empty();
        }
        if (reason.length() > LONGEST_TEXT) {
            throw Refusal.badField("reason", "the reason is too long; allowed: " + LONGEST_TEXT + " characters");
        }
        return Optional.of(reason.strip());
    }

    /**
     * What was sent.
     *
     * @throws Refusal where it is no JSON object
     */
    public JsonObject body() {
        try {
            JsonObject body = context.body().asJsonObject();
            if (body != null) {
                return body;
            }
        } catch (DecodeException | ClassCastException e) {
            // Refused below: what was sent is not quoted, for it may hold a password.
        }
        throw Refusal.badRequest("the body is no JSON object");
    }

    /** A file that was sent as it is; may be empty. */
    public byte[] file() {
        Buffer file = context.body().buffer();
        return file == null ? new byte[0] : file.getBytes();
    }

    /** The id that was given, or a new one. */
    public static String idOrNew(JsonObject body, String prefix) {
        String given = optionalText(body, "id");
        return given == null || given.isBlank()
                ? prefix + UUID.randomUUID().toString().substring(0, 8)
                : given;
    }

    /**
     * A text that must be there.
     *
     * @throws Refusal naming the field
     */
    public static String text(JsonObject body, String field) {
        String text = optionalText(body, field);
        if (text == null) {
            throw Refusal.badField(field, field + " is missing; allowed: a text");
        }
        return text;
    }

    /** A text, or null where the field is not there or null. */
    public static @Nullable String optionalText(JsonObject body, String field) {
        Object value = body.getValue(field);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw Refusal.badField(field, field + " is no text; allowed: a text");
    }

    /** True, false, or null where the field is not there or null. */
    public static @Nullable Boolean optionalFlag(JsonObject body, String field) {
        Object value = body.getValue(field);
        if (value == null || value instanceof Boolean) {
            return (Boolean) value;
        }
        throw Refusal.badField(field, field + " is not true or false; allowed: true, false");
    }

    /** A constant by its name. */
    public static <E extends Enum<E>> E constant(Class<E> type, String field, @Nullable String name) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name) && !constant.name().equals("UNKNOWN")) {
                return constant;
            }
        }
        throw Refusal.badField(field, field + " is another word; allowed: " + names(type));
    }

    private static <E extends Enum<E>> String names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(Enum::name)
                .filter(name -> !name.equals("UNKNOWN"))
                .collect(Collectors.joining(", "));
    }
}
