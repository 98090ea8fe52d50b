package io.kakou.analysis.street;

import io.kakou.analysis.decode.Deblocking;
import io.kakou.analysis.decode.StreamDecoder;
import io.kakou.rtsp.Codec;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Decoders that wait for somebody to use them. A decoder keeps the memory of the pictures it decodes: a few serve a
 * street. Safe for many threads.
 */
final class Decoders implements AutoCloseable {
    private static final int MOST_IDLE = 4;

    private final Map<Kind, Deque<StreamDecoder>> idle = new HashMap<>();
    private boolean closed;

    /** What it decodes, and how. */
    record Kind(Codec codec, Deblocking deblocking) {
        /** Whose pictures may go to a detector, or lead to others. */
        static Kind whole(Codec codec) {
            return new Kind(codec, Deblocking.WHOLE);
        }
    }

    /** One that has seen nothing since it was last given back. */
    synchronized StreamDecoder take(Kind kind) {
        Deque<StreamDecoder> there = idle.get(kind);
        return there == null || there.isEmpty() ? new StreamDecoder(kind.codec, kind.deblocking) : there.pop();
    }

    /** @param decoder flushed and drained */
    synchronized void giveBack(Kind kind, StreamDecoder decoder) {
        Deque<StreamDecoder> there = idle.computeIfAbsent(kind, any -> new ArrayDeque<>());
        if (closed || there.size() >= MOST_IDLE) {
            decoder.close();
        } else {
            there.push(decoder);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        idle.values().forEach(decoders -> decoders.forEach(StreamDecoder::close));
        idle.clear();
    }
}
