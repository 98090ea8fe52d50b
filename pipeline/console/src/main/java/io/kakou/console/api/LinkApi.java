package io.kakou.console.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.console.accounts.LoginThrottle;
import io.kakou.console.call.Call;
import io.kakou.console.call.Endpoint;
import io.kakou.console.call.Guard;
import io.kakou.console.call.Reply;
import io.kakou.console.clips.ClipFailure;
import io.kakou.console.refusal.Refusal;
import io.kakou.console.task.JpegPhoto;
import io.kakou.console.task.ReportKind;
import io.kakou.console.task.Reports;
import io.kakou.console.task.Tasks;
import io.kakou.console.views.ViewKind;
import io.kakou.console.views.Views;
import io.kakou.events.Point;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A unit's phone: what its link opens, and what it reports. Whoever holds no link learns nothing. */
final class LinkApi {
    private static final String COOKIE = "kakou-task";
    private static final String WHOM_TO_CALL = "X-Kakou-Call";
    private static final double ONCE_A_TASK = 24 * 3600;
    private static final int KEEP_SECONDS = 600;
    private static final double WORST_ACCURACY = 1e7;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final Services services;
    private final Guard guard;
    private final boolean secure;
    private final LinkPage page;

    /** @param secure whether cookies travel on TLS alone */
    LinkApi(Services services, Guard guard, boolean secure) {
        this.services = services;
        this.guard = guard;
        this.secure = secure;
        this.page = new LinkPage(services);
    }

    /** On every answer to a phone, refusals above all. */
    void sayWhomToCall(RoutingContext context) {
        String call = services.outside().links().call();
        if (call != null) {
            context.response().putHeader(WHOM_TO_CALL, URLEncoder.encode(call, UTF_8));
        }
        context.next();
    }

    Reply reply(Endpoint endpoint, Call call) {
        guard.checkOrigin(call);
        return switch (endpoint) {
            case OPEN_LINK -> open(call);
            case LINK -> Reply.json(page.of(let(call)));
            case LINK_PICTURE -> picture(let(call));
            case REPORT -> report(call, let(call));
            case SEND_PHOTO -> photo(call, let(call));
            default -> throw new IllegalStateException(endpoint + " is no phone's");
        };
    }

    /**
     * The task, where the phone is the one that its link is bound to.
     *
     * @throws Refusal where it is not
     */
    Tasks.Open let(Call call) {
        Cookie kept = call.request().getCookie(COOKIE);
        return throttled(
                call, () -> services.outside().tasks().get(token(call), kept == null ? null : kept.getValue()));
    }

    /**
     * By a POST of the page's own script: programs that look ahead at links in a chat fetch the page and must not be the
     * first phone.
     */
    private Reply open(Call call) {
        Cookie kept = call.request().getCookie(COOKIE);
        Tasks.Open open = throttled(
                call, () -> services.outside().tasks().open(token(call), kept == null ? null : kept.getValue()));
        if (open.phone() != null) {
            call.context().response().addCookie(cookie(token(call), open));
        }
        return Reply.json(page.of(open));
    }

    private Cookie cookie(String token, Tasks.Open open) {
        long seconds = open.task().expiresAt().getEpochSecond()
                - services.clock().instant().getEpochSecond();
        return Cookie.cookie(COOKIE, String.valueOf(open.phone()))
                .setPath("/api/t/" + token)
                .setHttpOnly(true)
                .setSecure(secure)
                .setSameSite(CookieSameSite.STRICT)
                .setMaxAge(Math.max(1, seconds));
    }

    private static String token(Call call) {
        return String.valueOf(call.context().pathParam("token"));
    }

    private interface Asked {
        Tasks.Open open();
    }

    /** Of an address that has tried links that open nothing, others are refused unseen; a real one opens always. */
    private Tasks.Open throttled(Call call, Asked asked) {
        LoginThrottle throttle = services.outside().throttle();
        String from = String.valueOf(call.request().remoteAddress().hostAddress());
        try {
            return asked.open();
        } catch (Refusal e) {
            if (e.status() == 404) {
                long seconds = throttle.secondsToWait(from, from);
                throttle.failed(from, from);
                throw seconds > 0 ? Refusal.tooManyLinks(seconds) : e;
            }
            throw e;
        }
    }

    private Reply picture(Tasks.Open open) {
        String alert = page.alert(open).orElseThrow(() -> Refusal.notFound("picture"));
        try {
            byte[] bytes = services.media().clips().picture(alert);
            services.people()
                    .views()
                    .recordOncePer(
                            ONCE_A_TASK,
                            new Views.Asked(
                                    "unit " + open.task().unit(),
                                    open.task().id(),
                                    ViewKind.PICTURE,
                                    alert,
                                    open.incident().area(),
                                    "task"));
            return Reply.bytes("image/jpeg", bytes, KEEP_SECONDS);
        } catch (ClipFailure e) {
            throw MediaApi.refusal(e);
        }
    }

    private Reply report(Call call, Tasks.Open open) {
        JsonObject body = call.body();
        ReportKind kind = Call.constant(ReportKind.class, "kind", Call.optionalText(body, "kind"));
        if (kind == ReportKind.PHOTO) {
            throw Refusal.badField(
                    "kind", "kind is PHOTO; allowed: ACCEPTED, ARRIVED, DONE; photos have their own way");
        }
        JsonObject position = body.getValue("position") instanceof JsonObject given ? given : new JsonObject();
        services.outside()
                .reports()
                .take(
                        open,
                        new Reports.Said(
                                id(Call.optionalText(body, "id")),
                                kind,
                                at(Call.text(body, "at")),
                                point(number(position, "longitude"), number(position, "latitude")),
                                accuracy(number(position, "accuracy")),
                                null));
        return Reply.json(page.of(let(call)));
    }

    /** The photo is in the store before anything says that it is. */
    private Reply photo(Call call, Tasks.Open open) {
        byte[] jpeg = JpegPhoto.checked(call.file());
        String id = id(call.query("id"));
        Instant at = at(String.valueOf(call.query("at")));
        if (open.task().reports().stream().anyMatch(report -> report.id().equals(id))) {
            // What is kept is never written over.
            return Reply.json(page.of(open));
        }
        Reports.mustHaveRoom(open.task());
        try {
            services.outside().photos().keep(open.task().incident(), id, jpeg);
        } catch (ClipFailure e) {
            throw MediaApi.refusal(e);
        }
        services.outside()
                .reports()
                .take(
                        open,
                        new Reports.Said(
                                id,
                                ReportKind.PHOTO,
                                at,
                                point(number(call, "longitude"), number(call, "latitude")),
                                accuracy(number(call, "accuracy")),
                                sha256(jpeg)));
        return Reply.json(page.of(let(call)));
    }

    private static String id(@Nullable String id) {
        if (id == null || !ID.matcher(id).matches()) {
            throw Refusal.badField("id", "id is another word; allowed: a UUID of your own making");
        }
        return id;
    }

    private static Instant at(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Refusal.badField("at", "at is no time; allowed: ISO 8601 in UTC");
        }
    }

    private static @Nullable Point point(@Nullable Double longitude, @Nullable Double latitude) {
        if (longitude == null || latitude == null) {
            return null;
        }
        try {
            return new Point(longitude, latitude);
        } catch (IllegalArgumentException e) {
            throw Refusal.badField("position", String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable Double accuracy(@Nullable Double metres) {
        if (metres != null && !(metres >= 0 && metres <= WORST_ACCURACY)) {
            throw Refusal.badField("accuracy", "accuracy is " + metres + "; allowed: 0 to " + WORST_ACCURACY + " m");
        }
        return metres;
    }

    private static @Nullable Double number(JsonObject position, String name) {
        Object value = position.getValue(name);
        if (value == null || value instanceof Number) {
            return value == null ? null : ((Number) value).doubleValue();
        }
        throw Refusal.badField(name, name + " is no number; allowed: a number");
    }

    private static @Nullable Double number(Call call, String name) {
        String text = call.query(name);
        try {
            return text == null ? null : Double.valueOf(text);
        } catch (NumberFormatException e) {
            throw Refusal.badField(name, name + " is no number; allowed: a number");
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
