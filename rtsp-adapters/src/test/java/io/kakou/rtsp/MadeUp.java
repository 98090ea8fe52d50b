package io.kakou.rtsp;

import io.kakou.rtsp.serve.StreamFormat;
import io.kakou.rtsp.serve.StreamReader;
import io.kakou.rtsp.serve.StreamSource;
import io.kakou.rtsp.serve.StreamUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A source of units known beforehand; counts its readers. */
public record MadeUp(List<StreamUnit> units, AtomicInteger opened, AtomicInteger closed) implements StreamSource {
    public MadeUp(List<StreamUnit> units) {
        this(units, new AtomicInteger(), new AtomicInteger());
    }

    /** One keyframe larger than a packet and P pictures of many sizes, at a rate. */
    public static MadeUp gop(int pictures, double rate) {
        List<StreamUnit> units = new ArrayList<>();
        for (int i = 0; i < pictures; i++) {
            byte[] bytes = i == 0
                    ? Nal.annexB(Nal.SPS, Nal.PPS, Nal.idr(20_000, 7))
                    : Nal.annexB(Nal.p(2 + i * 397 % 4000, i), Nal.slice(0x41, 1400 + i % 3, i));
            units.add(new StreamUnit(i / rate, i == 0, bytes));
        }
        return new MadeUp(units);
    }

    @Override
    public StreamFormat format() {
        return new StreamFormat(Codec.H264, List.of(Nal.SPS, Nal.PPS), 640, 360);
    }

    @Override
    public StreamReader open() {
        opened.incrementAndGet();
        Iterator<StreamUnit> left = units.iterator();
        return new StreamReader() {
            @Override
            public @Nullable StreamUnit next() {
                return left.hasNext() ? left.next() : null;
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
    }
}
