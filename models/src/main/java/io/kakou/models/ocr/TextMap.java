package io.kakou.models.ocr;

import java.nio.FloatBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** The text detector's map, 0 to 1 for each pixel, and the lines in it. */
final class TextMap {
    /** A pixel is text from here; PaddleOCR's figure. */
    private static final float TEXT = 0.3f;
    /** A line's mean; PaddleOCR's is 0.5: the grammar sorts out what is none. */
    private static final double LINE = 0.4;
    /** The net is trained on lines shrunk at their edges; they grow back by area × this / circumference. */
    private static final double GROWTH = 1.6;

    private static final int LEAST_PIXELS = 12;

    private final FloatBuffer map;
    private final int width;
    private final boolean[] seen;

    TextMap(FloatBuffer map, int width) {
        this.map = map;
        this.width = width;
        this.seen = new boolean[map.remaining()];
    }

    private record Found(Strip strip, double score) {}

    /** Lines, surest first, in pixels so many times as large. */
    List<Strip> strips(double scaleX, double scaleY) {
        List<Found> found = new ArrayList<>();
        for (int at = 0; at < seen.length; at++) {
            if (!seen[at] && map.get(at) > TEXT) {
                int[] blob = blob(at);
                double score = mean(blob);
                if (blob.length >= LEAST_PIXELS && score >= LINE) {
                    found.add(new Found(scaled(grown(Outline.around(blob, width)), scaleX, scaleY), score));
                }
            }
        }
        found.sort(Comparator.comparingDouble(Found::score).reversed());
        return found.stream().map(Found::strip).toList();
    }

    /** The pixels of text that hang together with this one. */
    private int[] blob(int first) {
        List<Integer> blob = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(first));
        seen[first] = true;
        while (!open.isEmpty()) {
            int at = open.pop();
            blob.add(at);
            int column = at % width;
            visit(open, at - 1, column > 0);
            visit(open, at + 1, column < width - 1);
            visit(open, at - width, at >= width);
            visit(open, at + width, at + width < seen.length);
        }
        return blob.stream().mapToInt(Integer::intValue).toArray();
    }

    private void visit(Deque<Integer> open, int at, boolean inside) {
        if (inside && !seen[at] && map.get(at) > TEXT) {
            seen[at] = true;
            open.push(at);
        }
    }

    private double mean(int[] blob) {
        double sum = 0;
        for (int at : blob) {
            sum += map.get(at);
        }
        return sum / blob.length;
    }

    private static Strip grown(Strip strip) {
        double by = GROWTH * strip.width() * strip.height() / (2 * (strip.width() + strip.height()));
        double across = by / strip.width();
        double down = by / strip.height();
        return strip.part(-across, -down, 1 + across, 1 + down);
    }

    private static Strip scaled(Strip strip, double x, double y) {
        return new Strip(
                strip.x() * x,
                strip.y() * y,
                strip.acrossX() * x,
                strip.acrossY() * y,
                strip.downX() * x,
                strip.downY() * y);
    }
}
