package io.kakou.app.cli.watch;

import io.kakou.events.Id;
import java.nio.file.Path;

/** A camera's id from a file's name or an address. */
public final class CameraName {
    private static final int LONGEST = 64;
    private static final int HASH = 8;

    private CameraName() {}

    /** The name without its ending; where an id cannot hold it, what it can and a hash of the rest. */
    public static String of(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        return idOf(stem);
    }

    /** Host and path of an address, without credentials, port and options. */
    public static String ofUrl(String url) {
        String place =
                url.replaceFirst("^[^/]*//", "").replaceFirst("^[^/]*@", "").replaceFirst("[?#].*$", "");
        return idOf(place.replaceFirst("/+$", ""));
    }

    private static String idOf(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]", "-");
        if (plain.equals(name) && name.length() <= LONGEST && !name.isEmpty()) {
            return name;
        }
        String start = plain.substring(0, Math.min(plain.length(), LONGEST - HASH - 1));
        return start + "-" + Id.hash(name).substring(0, HASH);
    }
}
