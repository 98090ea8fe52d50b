package io.kakou.app.staged;

import io.kakou.events.Camera;
import io.kakou.events.CameraKind;
import io.kakou.events.EventKind;
import io.kakou.events.Point;
import io.kakou.events.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The staged cameras, within some hundred metres of each other. */
enum Cast {
    LIFT("lift-7", "云河家园 7 号梯", CameraKind.LIFT, new Point(120.2150, 30.2850)),
    STREET_1("street-1", "云河路东口", CameraKind.STREET, new Point(120.2157, 30.2853)),
    STREET_2("street-2", "云河路人行横道", CameraKind.STREET, new Point(120.2146, 30.2856)),
    STREET_3("street-3", "云河路西口", CameraKind.STREET, new Point(120.2139, 30.2846));

    /** Where tried cameras stand: among them. */
    static final Point TRIED = new Point(120.2153, 30.2847);

    private final String id;
    private final String name;
    private final CameraKind kind;

    @SuppressWarnings("ImmutableEnumChecker") // A record of numbers.
    private final Point place;

    Cast(String id, String name, CameraKind kind, Point place) {
        this.id = id;
        this.name = name;
        this.kind = kind;
        this.place = place;
    }

    String id() {
        return id;
    }

    static List<String> ids() {
        return Arrays.stream(values()).map(Cast::id).toList();
    }

    /** Writes the areas that the seed begins with. */
    static Path areas(Path folder) throws IOException {
        try (InputStream in = Objects.requireNonNull(Cast.class.getResourceAsStream("demo-areas.geojson"))) {
            return Files.write(folder.resolve("areas.geojson"), in.readAllBytes());
        }
    }

    /** Writes the cameras that the seed begins with. */
    static Path cameras(Path folder, UnaryOperator<String> address) throws IOException {
        String list = Arrays.stream(values())
                .map(each -> new String(Json.write(each.camera(address.apply(each.id))), StandardCharsets.UTF_8))
                .collect(Collectors.joining(",\n", "[", "]\n"));
        return Files.writeString(folder.resolve("cameras.yml"), list);
    }

    /** Writes the units that the seed begins with. */
    static Path units(Path folder) throws IOException {
        return Files.writeString(
                folder.resolve("units.yml"),
                "- {id: patrol-1, name: 云河巡逻一组}\n- {id: patrol-2, name: 云河巡逻二组}\n- {id: grid-3, name: 第三网格员}\n");
    }

    private Camera camera(String address) {
        return new Camera(id, name, kind, place, null, null, address, List.of(), watched());
    }

    private List<EventKind> watched() {
        return switch (this) {
            // It has no no-dump zone: that what it is watched for is not judged must show.
            case STREET_3 -> List.of(EventKind.LOST_CHILD, EventKind.DUMPING);
            default -> List.of(kind == CameraKind.LIFT ? EventKind.EBIKE_IN_LIFT : EventKind.LOST_CHILD);
        };
    }
}
