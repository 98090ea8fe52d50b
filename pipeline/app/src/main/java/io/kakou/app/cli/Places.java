package io.kakou.app.cli;

import io.kakou.events.Point;

/** Places as people type them: {@code longitude,latitude}, WGS-84. */
final class Places {
    private Places() {}

    /** @throws IllegalArgumentException naming the word and what is allowed */
    static Point point(String word) {
        int comma = word.indexOf(',');
        try {
            return new Point(
                    Double.parseDouble(word.substring(0, comma)), Double.parseDouble(word.substring(comma + 1)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    "--place is " + word + "; allowed: longitude,latitude in degrees, WGS-84, e.g. 120.21,30.29", e);
        }
    }
}
