package io.kakou.benchmarks.endure;

import io.kakou.rtsp.serve.StreamReader;
import io.kakou.rtsp.serve.StreamSource;
import io.kakou.rtsp.serve.StreamUnit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/** A film's pictures, by which stored ones are known again: their slices, without parameter sets and what else may move. */
final class Reel {
    private static final int LEAST_SLICE = 1;
    private static final int MOST_SLICE = 5; // H.264 table 7-1
    private static final int TYPE = 0x1f;

    private final Map<Long, List<Integer>> places = new HashMap<>();
    private final int pictures;

    /**
     * A stored picture.
     *
     * @param atSeconds by our time
     */
    record Shot(long print, double atSeconds) {}

    /**
     * Of a row of them.
     *
     * @param missing between the first and the last that are known again
     * @param strange that are no picture of the film: spoiled on the way
     */
    record Finding(long stored, long missing, long strange) {}

    /** @param prints of the film's pictures, in order */
    Reel(List<Long> prints) {
        this.pictures = prints.size();
        for (int i = 0; i < prints.size(); i++) {
            places.computeIfAbsent(prints.get(i), print -> new ArrayList<>()).add(i);
        }
    }

    static Reel of(StreamSource source) throws IOException {
        List<Long> prints = new ArrayList<>();
        try (StreamReader reader = source.open()) {
            for (StreamUnit unit = reader.next(); unit != null; unit = reader.next()) {
                prints.add(print(unit.annexB()));
            }
        }
        return new Reel(prints);
    }

    /** Of one picture's slices. */
    static long print(byte[] annexB) {
        CRC32C crc = new CRC32C();
        int from = behindStartCode(annexB, 0);
        while (from < annexB.length) {
            int next = behindStartCode(annexB, from);
            int type = annexB[from] & TYPE;
            if (type >= LEAST_SLICE && type <= MOST_SLICE) {
                crc.update(annexB, from, end(annexB, from, next) - from);
            }
            from = next;
        }
        return crc.getValue();
    }

    /** Where the unit behind the next start code begins; the end where there is none. */
    private static int behindStartCode(byte[] bytes, int from) {
        for (int i = from; i + 3 < bytes.length; i++) {
            if (bytes[i] == 0 && bytes[i + 1] == 0 && bytes[i + 2] == 1) {
                return i + 3;
            }
        }
        return bytes.length;
    }

    /** Without the start code behind it and zeros, in which no unit ends. */
    private static int end(byte[] bytes, int from, int next) {
        int end = next < bytes.length ? next - 3 : next;
        while (end > from && bytes[end - 1] == 0) {
            end--;
        }
        return end;
    }

    /**
     * Goes through pictures of one camera in their order. Only pictures that the film has once say where it stands;
     * their times say how often it came round between them.
     */
    Finding find(List<Shot> shots) {
        long missing = 0;
        long strange = 0;
        int before = -1;
        for (int i = 0; i < shots.size(); i++) {
            List<Integer> at = places.getOrDefault(shots.get(i).print, List.of());
            strange += at.isEmpty() ? 1 : 0;
            if (at.size() == 1) {
                missing += before < 0 ? 0 : steps(shots.get(before), shots.get(i)) - (i - before);
                before = i;
            }
        }
        return new Finding(shots.size(), missing, strange);
    }

    private long steps(Shot from, Shot to) {
        long lasted = Math.round((to.atSeconds - from.atSeconds) * EndureFilms.PICTURES_A_SECOND);
        long off = Math.floorMod(place(to) - place(from) - lasted, (long) pictures);
        return lasted + (off > pictures / 2 ? off - pictures : off);
    }

    private int place(Shot shot) {
        return places.getOrDefault(shot.print, List.of()).get(0);
    }
}
