package io.kakou.analysis.street;

import io.kakou.analysis.decode.StreamDecoder;
import io.kakou.rtsp.Codec;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;

/**
 * Decoders that wait for somebody to use them. A decoder keeps the memory of the pictures it decodes: a few serve a
 * street. Safe for many threads.
 */
final class Decoders implements AutoCloseable {
    private static final int MOST_IDLE = 4;

    private final Map<Codec, Deque<StreamDecoder>> idle = new EnumMap<>(Codec.class);
    private boolean closed;

    /** One that has seen nothing since it was last given back. */
    synchronized StreamDecoder take(Codec codec) {
        Deque<StreamDecoder> there = idle.get(codec);
        return there == null || there.isEmpty() ? new StreamDecoder(codec) : there.pop();
    }

    /** @param decoder flushed and drained */
    synchronized void giveBack(Codec codec, StreamDecoder decoder) {
        Deque<StreamDecoder> there = idle.computeIfAbsent(codec, any -> new ArrayDeque<>());
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
