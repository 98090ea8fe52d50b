package io.kakou.analysis.rule.dumping;

import io.kakou.analysis.gate.Difference;
import io.kakou.analysis.gate.GreyPicture;
import io.kakou.events.Zone;
import io.kakou.models.Box;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import io.kakou.models.scaling.Stretch;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A zone's ground as small grey pictures, and what of it has changed. */
final class Ground {
    private static final int SIDE = 80;
    private static final Size SIZE = new Size(SIDE, SIDE);

    private final boolean[] inside = new boolean[SIDE * SIDE];
    private final int contrast;
    private int area;

    Ground(Zone zone, int contrast) {
        this.contrast = contrast;
        for (int i = 0; i < inside.length; i++) {
            int row = i / SIDE;
            inside[i] = zone.contains((i % SIDE + 0.5) / SIDE, (row + 0.5) / SIDE);
            area += inside[i] ? 1 : 0;
        }
    }

    static GreyPicture of(Picture picture) {
        ByteBuffer small = ByteBuffer.allocate(SIDE * SIDE * Picture.CHANNELS);
        Stretch.into(small, picture, SIZE);
        byte[] luma = new byte[SIDE * SIDE];
        for (int i = 0; i < luma.length; i++) {
            // ITU-R BT.601 in 1/256.
            int sum = 77 * (small.get(3 * i) & 0xff)
                    + 150 * (small.get(3 * i + 1) & 0xff)
                    + 29 * (small.get(3 * i + 2) & 0xff);
            luma[i] = (byte) (sum >> 8);
        }
        return new GreyPicture(SIDE, SIDE, luma);
    }

    /**
     * The largest patch of the zone that has changed, or null where none takes so much of it.
     *
     * @param leastShare of the zone's area
     */
    @Nullable
    Box changed(GreyPicture before, GreyPicture now, double leastShare) {
        boolean[] open = Difference.of(before, now, contrast);
        Box largest = null;
        int most = (int) Math.max(1, Math.ceil(leastShare * area)) - 1;
        for (int i = 0; i < open.length; i++) {
            if (open[i] && inside[i]) {
                Patch patch = patch(open, i);
                if (patch.pixels > most) {
                    most = patch.pixels;
                    largest = patch.box();
                }
            }
        }
        return largest;
    }

    /** Of a box, how much has changed, 0 to 1. */
    double share(GreyPicture before, GreyPicture now, Box box) {
        boolean[] differs = Difference.of(before, now, contrast);
        int all = 0;
        int changed = 0;
        for (int i = 0; i < differs.length; i++) {
            double x = (i % SIDE + 0.5) / SIDE;
            int row = i / SIDE;
            double y = (row + 0.5) / SIDE;
            if (inside[i] && x >= box.left() && x <= box.right() && y >= box.top() && y <= box.bottom()) {
                all++;
                changed += differs[i] ? 1 : 0;
            }
        }
        return all == 0 ? 0 : changed / (double) all;
    }

    private static final class Patch {
        private int pixels;
        private int left = SIDE;
        private int top = SIDE;
        private int right;
        private int bottom;

        private void add(int at) {
            int row = at / SIDE;
            pixels++;
            left = Math.min(left, at % SIDE);
            right = Math.max(right, at % SIDE + 1);
            top = Math.min(top, row);
            bottom = Math.max(bottom, row + 1);
        }

        private Box box() {
            double side = SIDE;
            return new Box(left / side, top / side, right / side, bottom / side);
        }
    }

    /** The pixels of the zone that hang together with one; they are closed on the way. */
    private Patch patch(boolean[] open, int first) {
        Patch patch = new Patch();
        Deque<Integer> next = new ArrayDeque<>();
        visit(open, next, first, first);
        while (!next.isEmpty()) {
            int at = next.pop();
            patch.add(at);
            visit(open, next, at, at - 1);
            visit(open, next, at, at + 1);
            visit(open, next, at, at - SIDE);
            visit(open, next, at, at + SIDE);
        }
        return patch;
    }

    private void visit(boolean[] open, Deque<Integer> next, int from, int at) {
        boolean wraps = Math.abs(at % SIDE - from % SIDE) > 1;
        if (at >= 0 && at < open.length && !wraps && open[at] && inside[at]) {
            open[at] = false;
            next.push(at);
        }
    }
}
