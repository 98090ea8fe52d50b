package io.kakou.console.api;

import io.kakou.console.call.Call;
import io.kakou.console.call.Caller;
import io.kakou.console.call.Reply;
import io.kakou.console.cameras.StoredCamera;
import io.kakou.console.clips.ClipFailure;
import io.kakou.console.refusal.Refusal;
import io.kakou.console.views.ViewKind;
import io.kakou.console.views.Views;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Clips and pictures: the row that says who looks is on disk before the first byte leaves. */
final class MediaApi {
    private static final Pattern PART = Pattern.compile("\\d{1,8}\\.m4s");
    private static final String DEFAULT_REASON = "incident";
    private static final double ONCE_A_SESSION = 24 * 3600;
    private static final double CAMERA_PICTURE_SECONDS = 600;
    private static final int KEEP_SECONDS = 3600;

    private final Services services;

    MediaApi(Services services) {
        this.services = services;
    }

    Reply clip(Call call, Caller caller) {
        String alert = call.id("alert");
        String file = String.valueOf(call.context().pathParam("file"));
        boolean manifest = file.equals("manifest");
        if (!manifest && !file.equals("init.mp4") && !PART.matcher(file).matches()) {
            throw Refusal.notFound("part of that name");
        }
        String area = services.room().incidents().ofAlert(alert, caller.scope()).area();
        String reason = call.reason().orElse(DEFAULT_REASON);
        try {
            byte[] bytes = services.media().clips().clip(alert, manifest ? "manifest.json" : file);
            view(ONCE_A_SESSION, new Seen(ViewKind.CLIP, alert, area).by(caller, reason));
            return manifest ? Reply.json(shown(bytes)) : Reply.bytes("video/mp4", bytes, KEEP_SECONDS);
        } catch (ClipFailure e) {
            throw refusal(e);
        }
    }

    Reply picture(Call call, Caller caller) {
        String file = call.id("file");
        if (!file.endsWith(".jpg")) {
            throw Refusal.notFound("picture of that name");
        }
        String alert = file.substring(0, file.length() - ".jpg".length());
        String area = services.room().incidents().ofAlert(alert, caller.scope()).area();
        String reason = call.reason().orElse(DEFAULT_REASON);
        try {
            byte[] bytes = services.media().clips().picture(alert);
            view(ONCE_A_SESSION, new Seen(ViewKind.PICTURE, alert, area).by(caller, reason));
            return Reply.bytes("image/jpeg", bytes, KEEP_SECONDS);
        } catch (ClipFailure e) {
            throw refusal(e);
        }
    }

    /** The camera to be shown live, once the view is on record. */
    String live(Call call, Caller caller) {
        StoredCamera camera = services.street().cameras().get(call.id("camera"), caller.scope());
        String id = camera.camera().id();
        Views.Asked asked = new Seen(ViewKind.LIVE, id, camera.area()).by(caller, required(call));
        services.people().views().record(asked);
        return id;
    }

    /** The camera whose picture is to be shown, once the view is on record. */
    String cameraPicture(Call call, Caller caller) {
        StoredCamera camera = services.street().cameras().get(call.id("camera"), caller.scope());
        String id = camera.camera().id();
        Seen seen = new Seen(ViewKind.CAMERA_PICTURE, id, camera.area());
        view(CAMERA_PICTURE_SECONDS, seen.by(caller, required(call)));
        return id;
    }

    private void view(double seconds, Views.Asked asked) {
        services.people().views().recordOncePer(seconds, asked);
    }

    private static String required(Call call) {
        return call.reason()
                .orElseThrow(
                        () -> Refusal.badField("reason", "the reason is missing; allowed: why you look, ?reason="));
    }

    /** What is looked at, and where it is. */
    private record Seen(ViewKind kind, String object, @Nullable String area) {
        Views.Asked by(Caller caller, String reason) {
            String session = caller.session().id();
            return new Views.Asked(caller.account().name(), session, kind, object, area, reason);
        }
    }

    static Refusal refusal(ClipFailure failure) {
        return switch (failure.code()) {
            case MISSING -> Refusal.notFound("such file; it is not stored yet, or not kept any more");
            case AWAY -> Refusal.away(String.valueOf(failure.getMessage()));
        };
    }

    /** The store's keys stay here; parts are known by their file's name. */
    private static JsonObject shown(byte[] manifest) {
        try {
            JsonObject json = new JsonObject(Buffer.buffer(manifest));
            JsonArray parts = json.getJsonArray("parts", new JsonArray());
            for (int i = 0; i < parts.size(); i++) {
                JsonObject part = parts.getJsonObject(i);
                String key = part.getString("key", "");
                part.put("key", key.substring(key.lastIndexOf('/') + 1));
            }
            return json.put("state", json.getString("state", "open").toLowerCase(Locale.ROOT));
        } catch (DecodeException | ClassCastException e) {
            throw Refusal.away("the clip's manifest is not readable");
        }
    }
}
