package io.kakou.analysis.sample;

import io.kakou.analysis.store.Shelf;
import io.kakou.analysis.store.StoreException;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import java.io.IOException;
import java.util.List;

/** Reads samples. */
public final class StoredSamples {
    private static final String DATA = ".json";

    private final Shelf shelf;

    public StoredSamples(Shelf shelf) {
        this.shelf = shelf;
    }

    /**
     * The keys of all that are there, without endings, by camera and time.
     *
     * @param camera whose; empty for every
     */
    public List<String> keys(String camera) throws StoreException {
        String prefix = camera.isEmpty() ? "samples/" : "samples/" + camera + '/';
        return shelf.list(prefix).stream()
                .filter(key -> key.endsWith(DATA))
                .map(key -> key.substring(0, key.length() - DATA.length()))
                .sorted()
                .toList();
    }

    /**
     * One sample.
     *
     * @throws IOException where it is none that this release reads
     */
    public Sample read(String key) throws StoreException, IOException {
        try {
            return Json.read(Sample.class, shelf.get(key + DATA));
        } catch (UnreadableRecord e) {
            throw new IOException(key + ": " + e.reason(), e);
        }
    }

    /** Its picture, JPEG. */
    public byte[] picture(String key) throws StoreException {
        return shelf.get(key + ".jpg");
    }
}
