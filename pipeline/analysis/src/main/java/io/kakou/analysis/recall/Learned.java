package io.kakou.analysis.recall;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.analysis.gate.GateState;
import io.kakou.analysis.judge.Memory;
import io.kakou.analysis.rule.dumping.DumpingMemory;
import io.kakou.analysis.rule.water.WaterloggingMemory;
import io.kakou.analysis.stature.Standing;
import io.kakou.analysis.stature.StatureMemory;
import io.kakou.events.LearnedMemory;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What outlives minutes of all that judging one camera carries from look to look.
 *
 * @param heights of people
 * @param road when it is dry, and the water that stands on it; no looks
 * @param ground of the zone where nothing may be dumped, and what lies there; no visit
 * @param noise of the picture
 */
public record Learned(StatureMemory heights, WaterloggingMemory road, DumpingMemory ground, Noise noise) {
    /** Of a camera never seen before. */
    public static final Learned NOTHING = new Learned(
            StatureMemory.EMPTY, WaterloggingMemory.EMPTY, DumpingMemory.EMPTY, new Noise(GateState.NEW.noise()));

    static final String HEIGHTS = "lost-child";
    static final String ROAD = "waterlogging";
    static final String GROUND = "dumping";
    static final String NOISE = "gate";

    /** With each goes a picture of 20 KB. */
    private static final int MOST_PILES = 2;

    /**
     * How the picture flickers.
     *
     * @param levels learned flicker, in grey levels (standard deviation of one pixel's difference)
     */
    public record Noise(double levels) {}

    /** What is to be kept of these at this moment of the camera's timeline. */
    public static Learned of(Memory memory, GateState gate, double seconds) {
        return new Learned(
                memory.lostChild().walks().stature(),
                memory.waterlogging().lastingAt(seconds),
                memory.dumping().lasting(MOST_PILES),
                new Noise(gate.noise()));
    }

    /** A memory that goes on from this; its timeline begins at 0. Water that was told of stays until it is seen to be gone. */
    public Memory into(Memory memory) {
        return memory.with(memory.lostChild().with(heights.ofEarlier()))
                .with(road.withFloodOf(memory.waterlogging()))
                .with(ground);
    }

    /** A gate that goes on from this. */
    public GateState into(GateState gate) {
        return new GateState(gate.reference(), noise.levels(), gate.clarity());
    }

    Map<String, Record> parts() {
        Map<String, Record> parts = new LinkedHashMap<>();
        parts.put(HEIGHTS, heights);
        parts.put(ROAD, road);
        parts.put(GROUND, ground);
        parts.put(NOISE, noise);
        return parts;
    }

    /** Ids of alerts that are open still: who watches next must be able to release them. */
    List<String> open() {
        Stream<String> water = Stream.ofNullable(road.flood()).map(WaterloggingMemory.Flood::alert);
        return Stream.concat(water, ground.piles().stream().map(DumpingMemory.Pile::alert))
                .toList();
    }

    /**
     * The same with one part as it was kept.
     *
     * @throws UnreadableRecord where it is none
     * @throws IllegalArgumentException where it holds what nobody can have seen
     */
    Learned with(String rule, String payload) throws UnreadableRecord {
        byte[] json = payload.getBytes(UTF_8);
        return switch (rule) {
            case HEIGHTS -> new Learned(sound(Json.read(StatureMemory.class, json)), road, ground, noise);
            case ROAD -> new Learned(heights, Json.read(WaterloggingMemory.class, json), ground, noise);
            case GROUND -> new Learned(heights, road, Json.read(DumpingMemory.class, json), noise);
            case NOISE -> new Learned(heights, road, ground, Json.read(Noise.class, json));
            default ->
                throw new IllegalArgumentException(
                        "nothing here is learned by " + rule + "; allowed: " + LearnedMemory.RULES);
        };
    }

    private static StatureMemory sound(StatureMemory heights) {
        boolean adults = heights.adults() == null || heights.adults().isSound();
        if (!adults || !heights.seen().stream().allMatch(Standing::isSound)) {
            throw new IllegalArgumentException(
                    "heights that nobody can have seen; allowed: shares of a picture, 0 to 1");
        }
        return heights;
    }
}
