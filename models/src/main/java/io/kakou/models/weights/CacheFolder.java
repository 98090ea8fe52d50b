package io.kakou.models.weights;

import java.nio.file.Path;
import java.util.Map;

/** Where fetched files are kept, outside of any work tree. */
public final class CacheFolder {
    private CacheFolder() {}

    /**
     * {@code $KAKOU_CACHE}, else {@code $XDG_CACHE_HOME/kakou}, else {@code .cache/kakou} in the home folder.
     *
     * @see <a href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG Base Directory Specification</a>:
     *     empty and relative values count as unset
     */
    public static Path of(Map<String, String> environment, Path home) {
        String own = environment.getOrDefault("KAKOU_CACHE", "");
        if (!own.isEmpty()) {
            return Path.of(own).toAbsolutePath();
        }
        String shared = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path base = shared.startsWith("/") ? Path.of(shared) : home.resolve(".cache");
        return base.resolve("kakou");
    }
}
