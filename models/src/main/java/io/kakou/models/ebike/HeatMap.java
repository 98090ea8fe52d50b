package io.kakou.models.ebike;

import io.kakou.models.Box;
import java.util.ArrayDeque;
import java.util.Deque;

/** A square map of scores, and the box around its peak. */
final class HeatMap {
    /** Of the peak: cells that are as hot and hang together with it belong to the same thing. */
    private static final float SHARE = 0.6f;

    private final int side;
    private final float[] scores;
    private final int peak;

    HeatMap(int side, float[] scores) {
        this.side = side;
        this.scores = scores;
        int hottest = 0;
        for (int i = 1; i < scores.length; i++) {
            hottest = scores[i] > scores[hottest] ? i : hottest;
        }
        this.peak = hottest;
    }

    double most() {
        return scores[peak];
    }

    /** Of the cells that a box touches. */
    double most(Box box) {
        double most = 0;
        for (int i = 0; i < scores.length; i++) {
            int x = i % side;
            int y = i / side;
            boolean isTouched = box.left() * side < x + 1
                    && box.right() * side > x
                    && box.top() * side < y + 1
                    && box.bottom() * side > y;
            most = isTouched ? Math.max(most, scores[i]) : most;
        }
        return most;
    }

    /** Around all cells that hang together with the peak, side by side. */
    Box box() {
        boolean[] seen = new boolean[scores.length];
        int left = side;
        int top = side;
        int right = 0;
        int bottom = 0;
        Deque<Integer> open = new ArrayDeque<>();
        add(open, seen, peak % side, peak / side);
        while (!open.isEmpty()) {
            int cell = open.remove();
            int x = cell % side;
            int y = cell / side;
            left = Math.min(left, x);
            right = Math.max(right, x + 1);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y + 1);
            add(open, seen, x - 1, y);
            add(open, seen, x + 1, y);
            add(open, seen, x, y - 1);
            add(open, seen, x, y + 1);
        }
        return new Box(left / (double) side, top / (double) side, right / (double) side, bottom / (double) side);
    }

    private void add(Deque<Integer> open, boolean[] seen, int x, int y) {
        int cell = y * side + x;
        if (x < 0 || y < 0 || x >= side || y >= side || seen[cell] || scores[cell] < SHARE * scores[peak]) {
            return;
        }
        seen[cell] = true;
        open.add(cell);
    }
}
