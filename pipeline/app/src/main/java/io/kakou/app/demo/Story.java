package io.kakou.app.demo;

import io.kakou.app.demo.Figures.Role;
import io.kakou.app.demo.cabin.Spot;
import java.util.ArrayList;
import java.util.List;

/**
 * Who is where at which second. An empty cabin; someone rides from the first storey to the third; a cyclist takes the
 * lift down, and backs out; an empty cabin.
 */
final class Story {
    static final double SECONDS = 26;
    /** Someone is first seen, behind the door. */
    static final double WALKER_COMES = 2.4;

    static final double WALKER_GONE = 9.7;
    /** From here to {@link #CYCLIST_GONE} some of the cyclist can be seen. */
    static final double CYCLIST_COMES = 9.7;

    static final double CYCLIST_GONE = 19.0;
    /** From here to {@link #BICYCLE_CUT} the whole bicycle can be seen. */
    static final double BICYCLE_WHOLE = 10.5;

    static final double BICYCLE_CUT = 18.36;
    /** From here to {@link #CYCLIST_BACKS_OUT} the cyclist stands in the cabin. */
    static final double CYCLIST_STANDS = 11.6;

    static final double CYCLIST_BACKS_OUT = 17.3;
    private static final double WALKER_STANDS = 4.5;
    private static final double WALKER_LEAVES = 7.9;
    private static final double STEPS_A_SECOND = 1.9;

    private static final Way DOOR = new Way(List.of(
            Way.mark(1.5, 0, 0),
            Way.mark(2.4, 1, 0),
            Way.mark(4.9, 1, 0),
            Way.mark(5.7, 0, 0),
            Way.mark(7.1, 0, 0),
            Way.mark(7.9, 1, 0),
            Way.mark(11.8, 1, 0),
            Way.mark(12.6, 0, 0),
            Way.mark(16.5, 0, 0),
            Way.mark(17.3, 1, 0),
            Way.mark(19.3, 1, 0),
            Way.mark(20.2, 0, 0)));
    private static final Way WALKER = new Way(List.of(
            Way.mark(WALKER_COMES, 3.9, 1.9),
            Way.mark(3.3, 2.7, 1.0),
            Way.mark(WALKER_STANDS, 0.95, 1.45),
            Way.mark(WALKER_LEAVES, 0.95, 1.45),
            Way.mark(9.0, 2.6, 1.0),
            Way.mark(WALKER_GONE, 3.6, 2.6)));
    private static final Way CYCLIST = new Way(List.of(
            Way.mark(CYCLIST_COMES, 3.3, -1.0),
            Way.mark(10.6, 2.6, 0.97),
            Way.mark(CYCLIST_STANDS, 1.05, 1.11),
            Way.mark(CYCLIST_BACKS_OUT, 1.05, 1.11),
            Way.mark(18.3, 2.6, 0.97),
            Way.mark(CYCLIST_GONE, 3.3, -1.0)));

    private Story() {}

    /**
     * The lift at one moment.
     *
     * @param doorOpen 0 closed, 1 open
     * @param storey what the display shows
     */
    record Moment(double doorOpen, int storey, List<Placed> figures) {}

    /**
     * A figure at a moment.
     *
     * @param foot where it stands on the floor
     * @param stride 0 where both legs are together, 1 where they are farthest apart or there is no walking
     */
    record Placed(Role role, Spot foot, Facing facing, double stride) {}

    enum Facing {
        /** As the art is drawn. */
        LEFT,
        RIGHT
    }

    static Moment at(double seconds) {
        List<Placed> figures = new ArrayList<>();
        if (WALKER.covers(seconds)) {
            figures.add(walker(seconds));
        }
        if (CYCLIST.covers(seconds)) {
            figures.add(new Placed(Role.CYCLIST, CYCLIST.at(seconds), Facing.LEFT, 1));
        }
        return new Moment(DOOR.at(seconds).x(), storey(seconds), figures);
    }

    private static Placed walker(double seconds) {
        Spot foot = WALKER.at(seconds);
        if (seconds >= WALKER_STANDS && seconds < WALKER_LEAVES) {
            return new Placed(Role.STANDER, foot, Facing.LEFT, 1);
        }
        double stride = Math.abs(Math.cos(Math.PI * STEPS_A_SECOND * seconds));
        return new Placed(Role.WALKER, foot, seconds < WALKER_STANDS ? Facing.LEFT : Facing.RIGHT, stride);
    }

    private static int storey(double seconds) {
        if (seconds < 6.1 || seconds >= 15.5) {
            return 1;
        }
        return seconds < 6.7 || seconds >= 13.9 ? 2 : 3;
    }
}
