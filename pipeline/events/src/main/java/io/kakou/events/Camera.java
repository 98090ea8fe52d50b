package io.kakou.events;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A camera as the registry knows it; topic {@code cameras}.
 *
 * @param id opaque; the 20-digit GB/T 28181 number, where there is one, is {@code gbCode}
 * @param name what people call it; the id where nothing is given
 * @param place where it hangs, or null while nobody has said
 * @param mainStream RTSP address of the main stream, without credentials, or null
 * @param subStream RTSP address of the stream that is looked at, without credentials, or null
 * @param zones polygons in its picture
 * @param watched events it is to be watched for
 * @param login {@code user:password}, sealed by {@code SecretBox}, or null where the camera asks
 *     for none
 * @param recording what is kept of its stream
 * @param recorderStream where the street's own recorder plays its past, without credentials, or null; it takes the
 *     camera's login
 * @param forgotten how often a person had what was learned of it forgotten, by rule, {@value #EVERY_RULE} for all of
 *     them; null: never
 */
public record Camera(
        String id,
        String name,
        CameraKind kind,
        @Nullable Point place,
        @Nullable String gbCode,
        @Nullable String mainStream,
        @Nullable String subStream,
        List<Zone> zones,
        List<EventKind> watched,
        @Nullable String login,
        Recording recording,
        @Nullable String recorderStream,
        @Nullable Map<String, Long> forgotten) {
    /** Stands for all rules where memories are forgotten. */
    public static final String EVERY_RULE = "all";

    /** Userinfo before the host (RFC 3986 §3.2.1). */
    private static final Pattern CREDENTIALS = Pattern.compile("^[^/]*//[^/]*@");

    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public Camera {
        Id.plain("camera id", id);
        name = name == null ? id : name;
        kind = kind == null ? CameraKind.UNKNOWN : kind;
        zones = zones == null ? List.of() : List.copyOf(zones);
        watched = watched == null ? List.of() : List.copyOf(watched);
        recording = recording == null ? Recording.ALERTS : recording;
        forgotten =
                forgotten == null || forgotten.isEmpty() ? null : Collections.unmodifiableMap(new TreeMap<>(forgotten));
        withoutCredentials("main stream of camera " + id, mainStream);
        withoutCredentials("sub stream of camera " + id, subStream);
        withoutCredentials("recorder stream of camera " + id, recorderStream);
    }

    /** A camera that no recorder of the street's own keeps, and of which nothing was forgotten. */
    public Camera(
            String id,
            String name,
            CameraKind kind,
            @Nullable Point place,
            @Nullable String gbCode,
            @Nullable String mainStream,
            @Nullable String subStream,
            List<Zone> zones,
            List<EventKind> watched,
            @Nullable String login,
            Recording recording) {
        this(id, name, kind, place, gbCode, mainStream, subStream, zones, watched, login, recording, null, null);
    }

    /** A camera that asks for no login and of which alerts' clips are kept. */
    public Camera(
            String id,
            String name,
            CameraKind kind,
            @Nullable Point place,
            @Nullable String gbCode,
            @Nullable String mainStream,
            @Nullable String subStream,
            List<Zone> zones,
            List<EventKind> watched) {
        this(id, name, kind, place, gbCode, mainStream, subStream, zones, watched, null, Recording.ALERTS);
    }

    /** The same camera, of which so much was forgotten. */
    public Camera withForgotten(@Nullable Map<String, Long> times) {
        return new Camera(
                id,
                name,
                kind,
                place,
                gbCode,
                mainStream,
                subStream,
                zones,
                watched,
                login,
                recording,
                recorderStream,
                times);
    }

    /** The same camera after a person had the memory of one rule forgotten, or of {@link #EVERY_RULE}. */
    public Camera forgetting(String rule) {
        Id.plain("rule", rule);
        Map<String, Long> times = new TreeMap<>(forgotten == null ? Map.of() : forgotten);
        times.merge(rule, 1L, Long::sum);
        return withForgotten(times);
    }

    /**
     * What a rule has learned of this camera holds while this stays the same: another address is another camera, another
     * place or other zones another view, and a person may have it forgotten.
     */
    public String memoryEpoch(String rule) {
        Map<String, Long> times = forgotten == null ? Map.of() : forgotten;
        return Id.hash(
                String.valueOf(watchedStream()),
                String.valueOf(place),
                kind.name(),
                String.valueOf(zones),
                times.getOrDefault(EVERY_RULE, 0L) + "/" + times.getOrDefault(rule, 0L));
    }

    /** The stream that is looked at; null where it has none. A gate's is the main one: in the small one no plate can be read. */
    public @Nullable String watchedStream() {
        boolean large = subStream == null || (kind == CameraKind.GATE && mainStream != null);
        return large ? mainStream : subStream;
    }

    /** The address itself is not shown: it holds what must not be in a log. */
    private static void withoutCredentials(String what, @Nullable String address) {
        if (address != null && CREDENTIALS.matcher(address).find()) {
            throw new IllegalArgumentException(what + " holds credentials; allowed: an address without them");
        }
    }
}
