package io.kakou.jobs.truck.follow;

import io.kakou.events.truck.TruckPermit;
import io.kakou.events.truck.WorkSite;
import io.kakou.jobs.truck.rule.CameraPlace;
import io.kakou.jobs.truck.rule.Papers;
import java.util.Map;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/** The papers as an operator keeps them: in broadcast states, and laid out in memory. */
public final class PapersState {
    /** What a camera's key begins with here; on its own topic it is the bare id. */
    public static final String CAMERA_KEY = "camera~";

    private static final MapStateDescriptor<String, Long> READ =
            new MapStateDescriptor<>("papers-read", Types.STRING, Types.LONG);
    private static final MapStateDescriptor<String, TruckPermit> PERMITS =
            new MapStateDescriptor<>("permits", Types.STRING, TypeInformation.of(TruckPermit.class));
    private static final MapStateDescriptor<String, WorkSite> SITES =
            new MapStateDescriptor<>("sites", Types.STRING, TypeInformation.of(WorkSite.class));
    private static final MapStateDescriptor<String, CameraPlace> CAMERAS =
            new MapStateDescriptor<>("camera-places", Types.STRING, TypeInformation.of(CameraPlace.class));

    private final Map<String, Long> end;
    private @Nullable Papers papers;
    private boolean ready;

    /** Where a state is had from; the contexts that give them share no type that says so. */
    interface States {
        <K, V> BroadcastState<K, V> of(MapStateDescriptor<K, V> state);
    }

    /** The same, only to be read. */
    interface ReadOnlyStates {
        <K, V> ReadOnlyBroadcastState<K, V> of(MapStateDescriptor<K, V> state);
    }

    /** @param end by topic and partition, one past the newest record when the job starts */
    PapersState(Map<String, Long> end) {
        this.end = Map.copyOf(end);
    }

    /** All states, as the papers' stream is to be broadcast with. */
    public static MapStateDescriptor<?, ?>[] all() {
        return new MapStateDescriptor<?, ?>[] {READ, PERMITS, SITES, CAMERAS};
    }

    /** Whether they were read to what was their end. */
    boolean ready(ReadOnlyStates states) throws Exception {
        if (!ready) {
            boolean reached = true;
            for (Map.Entry<String, Long> part : end.entrySet()) {
                Long next = states.of(READ).get(part.getKey());
                reached &= next != null && next >= part.getValue();
            }
            ready = reached;
        }
        return ready;
    }

    /** Out of the states where this is the first time that they are asked for. */
    Papers papers(ReadOnlyStates states) throws Exception {
        Papers known = papers;
        if (known == null) {
            known = new Papers();
            for (Map.Entry<String, TruckPermit> each : states.of(PERMITS).immutableEntries()) {
                known.put(each.getValue());
            }
            for (Map.Entry<String, WorkSite> each : states.of(SITES).immutableEntries()) {
                known.put(each.getValue());
            }
            for (Map.Entry<String, CameraPlace> each : states.of(CAMERAS).immutableEntries()) {
                known.put(each.getValue());
            }
            papers = known;
        }
        return known;
    }

    /** Keeps what a record says. */
    void take(PaperEntry entry, States states) throws Exception {
        Papers known = papers(states::of);
        states.of(READ).put(entry.part(), entry.offset() + 1);
        if (entry.key().startsWith(TruckPermit.KEY)) {
            keep(entry.key(), entry.permit(), states.of(PERMITS));
            if (entry.permit() == null) {
                known.removePermit(entry.key().substring(TruckPermit.KEY.length()));
            } else {
                known.put(entry.permit());
            }
        } else if (entry.key().startsWith(WorkSite.KEY)) {
            keep(entry.key(), entry.site(), states.of(SITES));
            if (entry.site() == null) {
                known.removeSite(entry.key().substring(WorkSite.KEY.length()));
            } else {
                known.put(entry.site());
            }
        } else if (entry.key().startsWith(CAMERA_KEY)) {
            keep(entry.key(), entry.camera(), states.of(CAMERAS));
            if (entry.camera() == null) {
                known.removeCamera(entry.key().substring(CAMERA_KEY.length()));
            } else {
                known.put(entry.camera());
            }
        }
    }

    private static <V> void keep(String key, @Nullable V value, BroadcastState<String, V> kept) throws Exception {
        if (value == null) {
            kept.remove(key);
        } else {
            kept.put(key, value);
        }
    }
}
