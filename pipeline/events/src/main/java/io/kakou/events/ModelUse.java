package io.kakou.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model that a person has some cameras looked at with, in place of the one that their worker started with. Of two that
 * cover a camera the later counts. Topic {@code registry}, key {@code model~<id>}; removed when it ends.
 *
 * @param model SHA-256 of its ONNX file, 64 lower-case hexadecimal digits
 * @param name as its card has it, for people
 * @param kinds the kinds of cameras that it fits; at others it changes nothing
 * @param cameras where; none: at every camera of those kinds, those to come included
 * @param except where it was taken back since
 * @param user who wanted it
 * @param reason why, one line
 * @param from since when, our time
 * @param until when it ends by itself; null: when somebody takes it back
 */
public record ModelUse(
        String id,
        String model,
        String name,
        List<CameraKind> kinds,
        List<String> cameras,
        List<String> except,
        String user,
        String reason,
        Instant from,
        @Nullable Instant until) {
    /** What its key on the topic {@code registry} begins with. */
    public static final String KEY = "model~";

    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public ModelUse {
        String whose = Id.plain("id of a model's use", id);
        Required.field("model", model, () -> "model use " + whose);
        name = name == null ? "" : name;
        kinds = kinds == null ? List.of() : List.copyOf(kinds);
        cameras = cameras == null ? List.of() : List.copyOf(cameras);
        except = except == null ? List.of() : List.copyOf(except);
        cameras.forEach(camera -> Id.plain("camera of model use " + whose, camera));
        except.forEach(camera -> Id.plain("exception of model use " + whose, camera));
        user = user == null ? "" : user;
        reason = reason == null ? "" : reason;
        Required.field("from", from, () -> "model use " + whose);
    }

    /** Its key on the topic {@code registry}. */
    public String key() {
        return KEY + id;
    }

    /** Whether it is meant for a camera. */
    public boolean covers(String camera, CameraKind kind) {
        return kinds.contains(kind) && (cameras.isEmpty() || cameras.contains(camera)) && !except.contains(camera);
    }

    /** Whether it has ended by itself. */
    public boolean isOver(Instant now) {
        return until != null && !now.isBefore(until);
    }

    /** The same, taken back at these cameras as well. */
    public ModelUse without(List<String> there) {
        return new ModelUse(id, model, name, kinds, cameras, there, user, reason, from, until);
    }
}
