package io.kakou.rtsp.simulate;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The faults that one camera has. */
final class Faults {
    private final Map<FaultKind, Fault> byKind = new EnumMap<>(FaultKind.class);

    /** Those of all that strike this camera; of two of a kind, the later. */
    Faults(List<Fault> all, int camera, long seed) {
        for (Fault fault : all) {
            if (fault.strikes(camera, seed)) {
                byKind.put(fault.kind(), fault);
            }
        }
    }

    boolean have(FaultKind kind) {
        return byKind.containsKey(kind);
    }

    /** A value of a fault, or what stands for its absence. */
    double value(FaultKind kind, int which, double otherwise) {
        Fault fault = byKind.get(kind);
        return fault == null ? otherwise : fault.values().get(which);
    }

    double value(FaultKind kind, double otherwise) {
        return value(kind, 0, otherwise);
    }
}
