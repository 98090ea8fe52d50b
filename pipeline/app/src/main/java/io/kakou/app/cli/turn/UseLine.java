package io.kakou.app.cli.turn;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A model's use as lines for people. */
final class UseLine {
    private static final int HASH_SHOWN = 12;
    private static final int MOST_NAMED = 5;

    private UseLine() {}

    /** The use, and a line for each camera that its worker does not look at so. */
    static List<String> of(JsonNode use) {
        List<String> lines = new ArrayList<>();
        String until = use.path("until").isNull()
                ? "it is taken back"
                : use.path("until").asText();
        lines.add(use.path("name").asText() + ' ' + hash(use) + " looks at " + where(use) + " until " + until + ", by "
                + use.path("userName").asText() + ": " + use.path("reason").asText() + " (" + inForce(use) + ", "
                + use.path("id").asText() + ")");
        use.path("troubles")
                .forEach(each -> lines.add("  not at " + each.path("name").asText() + ", looked at as before: "
                        + each.path("why").asText()));
        return lines;
    }

    /** At how many cameras the next look is by it, as their workers have said. */
    static String inForce(JsonNode use) {
        return "in force at " + use.path("inForce").asInt() + " of "
                + use.path("of").asInt() + " cameras";
    }

    static boolean isInForce(JsonNode use) {
        return use.path("inForce").asInt() == use.path("of").asInt();
    }

    static String hash(JsonNode use) {
        String hash = use.path(use.has("model") ? "model" : "hash").asText();
        return hash.substring(0, Math.min(HASH_SHOWN, hash.length()));
    }

    private static String where(JsonNode use) {
        List<String> kinds = new ArrayList<>();
        use.path("kinds").forEach(kind -> kinds.add(kind.asText()));
        if (use.path("everywhere").asBoolean()) {
            return "every camera of kind " + String.join(", ", kinds);
        }
        List<String> ids = new ArrayList<>();
        use.path("cameras").forEach(camera -> ids.add(camera.path("id").asText()));
        int of = Math.max(ids.size(), use.path("of").asInt());
        String named = String.join(", ", ids.subList(0, Math.min(MOST_NAMED, ids.size())));
        return of > MOST_NAMED ? named + " and " + (of - MOST_NAMED) + " more" : named;
    }
}
