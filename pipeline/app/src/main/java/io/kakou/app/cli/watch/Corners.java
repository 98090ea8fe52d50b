package io.kakou.app.cli.watch;

import io.kakou.events.Corner;
import io.kakou.events.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Zones as people type them: corners {@code x,y} in shares of the picture, behind one another. */
final class Corners {
    private static final Pattern CORNER = Pattern.compile("-?[0-9]*\\.?[0-9]+,-?[0-9]*\\.?[0-9]+");

    private Corners() {}

    /** Whether a word is meant as a corner, so that files may follow {@code --zone}. */
    static boolean isCorner(String word) {
        return CORNER.matcher(word).matches();
    }

    /**
     * The zone of these corners, or null where there are none.
     *
     * @throws IllegalArgumentException naming the corner and what is allowed
     */
    static @Nullable Zone zone(String name, List<String> words) {
        if (words.isEmpty()) {
            return null;
        }
        List<Corner> corners = new ArrayList<>();
        for (String word : words) {
            corners.add(corner(word));
        }
        if (corners.size() < 3) {
            throw new IllegalArgumentException("--zone has " + corners.size() + " corners: " + String.join(" ", words)
                    + "; allowed: 3 or more, each x,y");
        }
        return new Zone(name, corners);
    }

    private static Corner corner(String word) {
        int comma = word.indexOf(',');
        try {
            return new Corner(
                    Double.parseDouble(word.substring(0, comma)), Double.parseDouble(word.substring(comma + 1)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "--zone corner " + word
                            + "; allowed: x,y, each from 0 (left, top) to 1 (right, bottom), as shares of the picture",
                    e);
        }
    }
}
