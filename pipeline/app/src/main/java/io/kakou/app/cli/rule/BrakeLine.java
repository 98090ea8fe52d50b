package io.kakou.app.cli.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A brake as a line for people. */
final class BrakeLine {
    private static final int MOST_NAMED = 5;

    private BrakeLine() {}

    static String of(JsonNode brake) {
        return brake.path("kind").asText() + " is off at " + where(brake) + " until "
                + brake.path("until").asText() + ", by "
                + brake.path("userName").asText() + ": "
                + brake.path("reason").asText() + " (" + inForce(brake) + ", "
                + brake.path("id").asText() + ")";
    }

    /** How many cameras' workers have said that they do not judge it. */
    static String inForce(JsonNode brake) {
        return "in force at " + brake.path("inForce").asInt() + " of "
                + brake.path("of").asInt() + " cameras";
    }

    static boolean isInForce(JsonNode brake) {
        return brake.path("inForce").asInt() == brake.path("of").asInt();
    }

    private static String where(JsonNode brake) {
        if (brake.path("everywhere").asBoolean()) {
            return "every camera";
        }
        List<String> ids = new ArrayList<>();
        brake.path("cameras").forEach(camera -> ids.add(camera.path("id").asText()));
        int of = Math.max(ids.size(), brake.path("of").asInt());
        String named = String.join(", ", ids.subList(0, Math.min(MOST_NAMED, ids.size())));
        return of > MOST_NAMED ? named + " and " + (of - MOST_NAMED) + " more" : named;
    }
}
