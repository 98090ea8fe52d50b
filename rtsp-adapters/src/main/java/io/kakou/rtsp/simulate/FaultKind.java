package io.kakou.rtsp.simulate;

import java.util.List;
import java.util.Locale;

/** What can be wrong with a camera, or with the way from it. */
public enum FaultKind {
    LOSS("P", "leaves out each packet with chance P", Bounds.CHANCE),
    REORDER("N:P", "sends each packet with chance P up to N places late", new Bounds(1, 1000), Bounds.CHANCE),
    STALL("S:T", "hangs for the last S seconds of every T; what it would have sent is lost", Bounds.TIME, Bounds.TIME),
    DROP("S", "closes the connection after S seconds of play", Bounds.TIME),
    SLOW("B", "sends at most B bytes a second, in pieces; skips to a keyframe where that is too little", Bounds.RATE),
    TCP_SILENT("", "agrees to send on the connection and sends nothing there; over UDP it does"),
    UDP_SILENT("", "agrees to send datagrams, and a firewall lets none through; over TCP it does"),
    JITTER("S:T", "each picture comes S to T seconds late, in order", Bounds.DELAY, Bounds.DELAY),
    CLOCK_OFFSET("S", "its clock is S seconds fast", Bounds.SPAN),
    CLOCK_DRIFT("PPM", "its clock, and its media's, gains PPM millionths", new Bounds(-100_000, 100_000)),
    CLOCK_JUMP("S:T", "its clock is put forward S seconds every T", Bounds.SPAN, Bounds.TIME),
    CLOCK_SILENT("", "sends no sender reports"),
    CLOCK_NONSENSE("", "sends sender reports of random bytes"),
    TORN_SETS("", "cuts parameter sets in half, in the description and before every second keyframe"),
    LYING_RTP("", "in every 50th packet a length is a lie: extension, padding, or the payload's own"),
    LYING_FRAMES("", "every 500th interleaved frame claims to be 64 KiB"),
    LYING_SDP("", "claims ten times the length of its description"),
    LYING_HEADERS("", "answers DESCRIBE with a header of 100 KB");

    private final String values;
    private final String does;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is.
    private final List<Bounds> bounds;

    /** What a value may be. */
    record Bounds(double least, double most) {
        static final Bounds CHANCE = new Bounds(0, 1);
        static final Bounds DELAY = new Bounds(0, 60);
        static final Bounds TIME = new Bounds(0.01, 1e6);
        static final Bounds SPAN = new Bounds(-1e9, 1e9);
        static final Bounds RATE = new Bounds(100, 1e9);

        boolean hold(double value) {
            return value >= least && value <= most;
        }

        @Override
        public String toString() {
            return least + " to " + most;
        }
    }

    FaultKind(String values, String does, Bounds... bounds) {
        this.values = values;
        this.does = does;
        this.bounds = List.of(bounds);
    }

    /** As it is written: {@code torn-sets}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** One line for people: {@code stall:S:T  hangs …}. */
    public String help() {
        return String.format("%-18s %s", form(), does);
    }

    List<Bounds> bounds() {
        return bounds;
    }

    String form() {
        return values.isEmpty() ? word() : word() + ':' + values;
    }
}
