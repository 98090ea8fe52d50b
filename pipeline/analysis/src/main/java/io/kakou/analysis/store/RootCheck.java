package io.kakou.analysis.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.analysis.store.StoreException.Code;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells whether a day's log and the objects it names are what they were. */
public final class RootCheck {
    private RootCheck() {}

    /**
     * What is wrong with a day's log by itself; nothing where every line stands on the one before.
     *
     * @param log {@code roots/<day>.jsonl}
     * @param before the root of the day before, or {@link HashLine#NO_ROOT}
     * @return a sentence for the first line that was changed, taken out or put in
     */
    public static List<String> chain(byte[] log, String before) {
        String root = before;
        int number = 0;
        try {
            for (String text : new String(log, UTF_8).lines().toList()) {
                number++;
                HashLine line = Json.read(HashLine.class, text.getBytes(UTF_8));
                if (!line.equals(line.after(root))) {
                    return List.of("line " + number + " (" + line.key() + ") does not stand on the line before it");
                }
                root = line.root();
            }
        } catch (UnreadableRecord e) {
            return List.of("line " + number + " is " + e.reason());
        }
        return List.of();
    }

    /**
     * The objects of a day that are not what was stored; of an object that has more than one line the newest counts: one
     * that was taken away is not looked for.
     *
     * @param log of a day; or of days that follow each other, where objects may have been taken away later
     * @throws StoreException where the store is away, so that nothing can be told
     */
    public static List<String> objects(byte[] log, Shelf shelf) throws StoreException, UnreadableRecord {
        Map<String, HashLine> newest = new LinkedHashMap<>();
        for (String text : new String(log, UTF_8).lines().toList()) {
            HashLine line = Json.read(HashLine.class, text.getBytes(UTF_8));
            newest.put(line.key(), line);
        }
        List<String> wrong = new ArrayList<>();
        for (HashLine line : newest.values()) {
            if (!line.isGone() && !isThere(line, shelf)) {
                wrong.add(line.key() + " is not what was stored at " + line.at());
            }
        }
        return wrong;
    }

    /** The newest line of a day's log that names an object; null where none does. */
    public static @Nullable HashLine line(byte[] log, String key) throws UnreadableRecord {
        HashLine newest = null;
        for (String text : new String(log, UTF_8).lines().toList()) {
            HashLine line = Json.read(HashLine.class, text.getBytes(UTF_8));
            newest = line.key().equals(key) ? line : newest;
        }
        return newest;
    }

    private static boolean isThere(HashLine line, Shelf shelf) throws StoreException {
        try {
            return HashLine.sha256(shelf.get(line.key())).equals(line.sha256());
        } catch (StoreException e) {
            if (e.code() == Code.NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }
}
