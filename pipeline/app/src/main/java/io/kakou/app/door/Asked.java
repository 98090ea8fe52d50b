package io.kakou.app.door;

import java.util.Map;

/**
 * A request at the door.
 *
 * @param query its words, decoded
 */
@SuppressWarnings("ArrayRecordComponent") // Handed over, compared by nobody.
public record Asked(String method, String path, Map<String, String> query, byte[] body) {
    public Asked {
        query = Map.copyOf(query);
    }

    /** Whether it is this request. */
    public boolean is(String otherMethod, String otherPath) {
        return method.equals(otherMethod) && path.equals(otherPath);
    }

    /**
     * A word of the query.
     *
     * @throws IllegalArgumentException in one line, where it is missing
     */
    public String word(String name) {
        String word = query.get(name);
        if (word == null || word.isBlank()) {
            throw new IllegalArgumentException(name + " is missing; allowed: ?" + name + "=…");
        }
        return word;
    }
}
