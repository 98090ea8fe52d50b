package io.kakou.analysis.record.play;

import io.kakou.rtsp.Codec;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Reads fragments as {@code mux} writes them (ISO/IEC 14496-12): one track, its samples' sizes and times in the run. */
public final class Movie {
    private static final int MOOF = 0x6d6f6f66;
    private static final int MDAT = 0x6d646174;
    private static final int TRAF = 0x74726166;
    private static final int TFDT = 0x74666474;
    private static final int TRUN = 0x7472756e;
    private static final int BOX = 8;
    private static final int FULL_BOX = 12;
    private static final int SAMPLE = 16;
    /** sample_is_non_sync_sample, §8.8.3.1. */
    private static final int NOT_SYNC = 0x00010000;

    private static final double TIMESCALE = 90_000;
    private static final int START_CODE = 1;

    private Movie() {}

    /**
     * A coded picture read back.
     *
     * @param seconds when it is shown, from the movie's begin
     * @param bytes as in {@link io.kakou.rtsp.AccessUnit}
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed over, compared by nobody.
    public record Coded(boolean keyframe, double seconds, byte[] bytes) {}

    private record Sample(int length, boolean keyframe, long shown) {}

    /** How a movie is coded, by the name that browsers have for it (RFC 6381). */
    public static Codec codec(String name) {
        return name.startsWith("hev1") || name.startsWith("hvc1")
                ? Codec.H265
                : name.equals("jpeg") ? Codec.JPEG : Codec.H264;
    }

    /**
     * All pictures of whole fragments in the order of decoding; what is no fragment is passed over.
     *
     * @throws IllegalArgumentException where the bytes are not what {@code mux} writes
     */
    public static List<Coded> pictures(byte[] movie, Codec codec) {
        List<Coded> pictures = new ArrayList<>();
        List<Sample> run = List.of();
        ByteBuffer in = ByteBuffer.wrap(movie);
        while (in.remaining() >= BOX) {
            ByteBuffer box = box(in);
            int type = box.getInt();
            if (type == MOOF) {
                run = run(box);
            } else if (type == MDAT) {
                run.forEach(sample -> pictures.add(picture(box, sample, codec)));
                run = List.of();
            }
        }
        return pictures;
    }

    /** The next box, from its type on. */
    private static ByteBuffer box(ByteBuffer in) {
        int size = in.getInt(in.position());
        if (size < BOX || size > in.remaining()) {
            throw new IllegalArgumentException("a box of " + size + " bytes in " + in.remaining());
        }
        ByteBuffer box = in.slice(in.position() + 4, size - 4);
        in.position(in.position() + size);
        return box;
    }

    private static List<Sample> run(ByteBuffer moof) {
        while (moof.remaining() >= BOX) {
            ByteBuffer box = box(moof);
            if (box.getInt() == TRAF) {
                return samples(box);
            }
        }
        return List.of();
    }

    private static List<Sample> samples(ByteBuffer traf) {
        List<Sample> samples = new ArrayList<>();
        long decoded = 0;
        while (traf.remaining() >= BOX) {
            ByteBuffer box = box(traf);
            int type = box.getInt();
            if (type == TFDT) {
                decoded = box.getLong(BOX);
            } else if (type == TRUN) {
                box.position(BOX);
                int count = box.getInt();
                box.position(FULL_BOX + 4);
                for (int i = 0; i < count && box.remaining() >= SAMPLE; i++) {
                    long lasts = box.getInt() & 0xffffffffL;
                    int length = box.getInt();
                    boolean keyframe = (box.getInt() & NOT_SYNC) == 0;
                    samples.add(new Sample(length, keyframe, decoded + box.getInt()));
                    decoded += lasts;
                }
            }
        }
        return samples;
    }

    private static Coded picture(ByteBuffer mdat, Sample sample, Codec codec) {
        if (sample.length > mdat.remaining()) {
            throw new IllegalArgumentException("a picture of " + sample.length + " bytes in " + mdat.remaining());
        }
        byte[] bytes = new byte[sample.length];
        mdat.get(bytes);
        if (codec != Codec.JPEG) {
            behindStartCodes(bytes);
        }
        return new Coded(sample.keyframe, sample.shown / TIMESCALE, bytes);
    }

    /** A length of four bytes gives way to a start code of as many. */
    private static void behindStartCodes(byte[] bytes) {
        ByteBuffer units = ByteBuffer.wrap(bytes);
        for (int at = 0; at + 4 <= bytes.length; ) {
            int length = units.getInt(at);
            if (length < 0 || length > bytes.length - at - 4) {
                throw new IllegalArgumentException("a NAL unit of " + length + " bytes");
            }
            units.putInt(at, START_CODE);
            at += 4 + length;
        }
    }
}
