package io.kakou.rtsp.codec;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** The newest parameter sets by their types and ids. A decoder may need several of each. One thread. */
final class ParameterSets {
    /** Real sets stay under 300 bytes; with every id taken this bounds the memory a camera can hold to 0.6 MB. */
    static final int LONGEST = 2048;

    private static final byte[] START_CODE = {0, 0, 0, 1};
    /** More than a type has ids. */
    private static final int IDS = 256;

    private final NalSyntax syntax;
    /** By type, then id: what refers stands behind what it refers to. */
    private final Map<Integer, byte[]> sets = new TreeMap<>();

    private byte[] annexB = {};
    private boolean stale;
    private boolean complete;

    ParameterSets(NalSyntax syntax) {
        this.syntax = syntax;
    }

    NalSyntax syntax() {
        return syntax;
    }

    /**
     * Takes a whole NAL unit; what is no parameter set, too long, or of an impossible id is passed over.
     *
     * @return whether it says something new
     */
    boolean learn(byte[] nal) {
        if (nal.length > LONGEST || nal.length <= syntax.headerBytes()) {
            return false;
        }
        int header = syntax.header(nal, 0);
        int type = syntax.type(header);
        int id = syntax.kind(header) == NalKind.SET ? syntax.setId(type, nal) : -1;
        if (id < 0 || Arrays.equals(nal, sets.put(type * IDS + id, nal))) {
            return false;
        }
        stale = true;
        complete = syntax.setTypes().allMatch(this::has);
        return true;
    }

    boolean complete() {
        return complete;
    }

    private boolean has(int type) {
        return sets.keySet().stream().anyMatch(key -> key / IDS == type);
    }

    /** All of them, each behind a start code; not to be changed. */
    byte[] annexB() {
        if (stale) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            for (byte[] nal : sets.values()) {
                out.writeBytes(START_CODE);
                out.writeBytes(nal);
            }
            annexB = out.toByteArray();
            stale = false;
        }
        return annexB;
    }
}
