package io.kakou.analysis.mux;

import java.util.List;

/**
 * Some pictures as a player takes them at once: {@code moof} and {@code mdat} (CMAF chunk, ISO/IEC 23000-19 §7.3.2.3).
 *
 * @param keyframe whether a player can begin with it
 * @param from when its first picture is decoded, in seconds from the first fragment's
 * @param seconds how long it lasts
 */
@SuppressWarnings("ArrayRecordComponent") // Handed over, compared by nobody.
public record Fragment(boolean keyframe, double from, double seconds, byte[] bytes) {
    private static final int DEFAULT_BASE_IS_MOOF = 0x020000;
    /** Data offset; of each sample its duration, size, flags and composition offset; offsets are signed (§8.8.8). */
    private static final int TRUN = 0x01000f01;

    private static final int DEPENDS_ON_NONE = 0x02000000;
    private static final int DEPENDS_ON_OTHERS = 0x01010000;
    private static final int BYTES_A_FRAGMENT = 128;
    private static final int BYTES_A_SAMPLE = 16;

    /** A picture with its place in the file, in ticks. */
    @SuppressWarnings("ArrayRecordComponent") // Handed over, compared by nobody.
    record Placed(boolean keyframe, long decoded, long shown, long duration, byte[] bytes) {}

    static Fragment of(int number, List<Placed> samples) {
        Placed first = samples.get(0);
        long ticks = samples.stream().mapToLong(Placed::duration).sum();
        int payload = samples.stream().mapToInt(sample -> sample.bytes.length).sum();
        Boxes out = new Boxes(BYTES_A_FRAGMENT + BYTES_A_SAMPLE * samples.size() + payload);
        out.box("moof", moof -> moof.full("mfhd", 0, mfhd -> mfhd.u32(number))
                .box("traf", traf -> traf.full("tfhd", DEFAULT_BASE_IS_MOOF, tfhd -> tfhd.u32(1))
                        .full("tfdt", 0x01000000, tfdt -> tfdt.u64(first.decoded))
                        .full("trun", TRUN, trun -> run(trun, samples))));
        out.box("mdat", mdat -> samples.forEach(sample -> mdat.put(sample.bytes)));
        double scale = InitSegment.TIMESCALE;
        return new Fragment(first.keyframe, first.decoded / scale, ticks / scale, out.toBytes());
    }

    private static void run(Boxes out, List<Placed> samples) {
        // The data begins behind this box, which ends moof, and the header of mdat.
        int moof = out.size() + 8 + BYTES_A_SAMPLE * samples.size();
        out.u32(samples.size()).u32(moof + 8L);
        for (Placed sample : samples) {
            out.u32(sample.duration)
                    .u32(sample.bytes.length)
                    .u32(sample.keyframe ? DEPENDS_ON_NONE : DEPENDS_ON_OTHERS)
                    .u32(sample.shown - sample.decoded);
        }
    }
}
