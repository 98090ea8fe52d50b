package io.kakou.events;

import java.util.List;

/**
 * A road and the cameras along it; topic {@code registry}, key {@code road~<id>}. Water that neighbouring cameras of a
 * road see is one place; places of one road are parts of one incident.
 *
 * @param name what people call it; the id where nothing is given
 * @param cameras ids in the order in which they stand along it, each once, {@value #MOST_CAMERAS} at most
 */
public record Road(String id, String name, List<String> cameras) {
    /** What its key on the topic {@code registry} begins with. */
    public static final String KEY = "road~";

    public static final int MOST_CAMERAS = 2_000;

    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public Road {
        Id.plain("road id", id);
        name = name == null ? id : name;
        cameras = cameras == null ? List.of() : List.copyOf(cameras);
        cameras.forEach(camera -> Id.plain("camera of road " + id, camera));
        if (cameras.size() > MOST_CAMERAS || cameras.stream().distinct().count() < cameras.size()) {
            throw new IllegalArgumentException("road " + id + " has " + cameras.size() + " cameras, "
                    + cameras.stream().distinct().count() + " of them different; allowed: each once, " + MOST_CAMERAS
                    + " at most");
        }
    }

    /** Its key on the topic {@code registry}. */
    public String key() {
        return KEY + id;
    }
}
