package io.kakou.console.api;

import io.kakou.console.refusal.Refusal;
import io.kakou.events.Id;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A request as its handler sees it; what is missing or misshapen is refused by name. */
record Call(RoutingContext context) {
    static final String COOKIE = "kakou";

    private static final int LONGEST_TEXT = 200;

    HttpServerRequest request() {
        return context.request();
    }

    Optional<String> token() {
        Cookie cookie = request().getCookie(COOKIE);
        return Optional.ofNullable(cookie).map(Cookie::getValue);
    }

    /** A part of the path that must be an id; anything else is not there. */
    String id(String name) {
        String value = String.valueOf(context.pathParam(name));
        try {
            return Id.compound(name, value);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound(name + " of that name");
        }
    }

    @Nullable
    String query(String name) {
        return request().getParam(name);
    }

    /** A number in the query. */
    int number(String name, int otherwise, int most) {
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
    Optional<String> reason() {
        String reason = query("reason");
        if (reason == null || reason.isBlank()) {
            return Optional.empty();
        }
        if (reason.length() > LONGEST_TEXT) {
            throw Refusal.badField("reason", "the reason is too long; allowed: " + LONGEST_TEXT + " characters");
        }
        return Optional.of(reason.strip());
    }

    JsonObject body() {
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

    static String text(JsonObject body, String field) {
        String text = optionalText(body, field);
        if (text == null) {
            throw Refusal.badField(field, field + " is missing; allowed: a text");
        }
        return text;
    }

    static @Nullable String optionalText(JsonObject body, String field) {
        Object value = body.getValue(field);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw Refusal.badField(field, field + " is no text; allowed: a text");
    }

    static @Nullable Boolean optionalFlag(JsonObject body, String field) {
        Object value = body.getValue(field);
        if (value == null || value instanceof Boolean) {
            return (Boolean) value;
        }
        throw Refusal.badField(field, field + " is not true or false; allowed: true, false");
    }

    /** A constant by its name. */
    static <E extends Enum<E>> E constant(Class<E> type, String field, @Nullable String name) {
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
