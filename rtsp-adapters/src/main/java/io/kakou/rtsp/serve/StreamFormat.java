package io.kakou.rtsp.serve;

import io.kakou.rtsp.Codec;
import io.kakou.rtsp.codec.AnnexB;
import io.kakou.rtsp.codec.H265Type;
import io.kakou.rtsp.codec.NalType;
import io.netty.buffer.ByteBufUtil;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * What a source is coded in.
 *
 * @param sets parameter sets, NAL units without start codes: SPS and PPS, before them the VPS of H.265
 * @param width pixels, 0 where unknown
 * @param height pixels, 0 where unknown
 */
public record StreamFormat(Codec codec, List<byte[]> sets, int width, int height) {
    private static final int LEAST_SPS = 4;
    private static final List<Integer> H264_SETS = List.of(NalType.SPS, NalType.PPS);
    private static final List<Integer> H265_SETS = List.of(H265Type.VPS, H265Type.SPS, H265Type.PPS);

    public StreamFormat {
        sets = List.copyOf(sets);
        int most =
                switch (codec) {
                    case H264 -> H264_SETS.size();
                    case H265 -> H265_SETS.size();
                    case JPEG -> throw new IllegalArgumentException("JPEG is not served; allowed: H.264, H.265");
                };
        if (sets.size() != most || sets.get(most - 2).length < LEAST_SPS || sets.get(most - 1).length < 2) {
            throw new IllegalArgumentException("parameter sets of "
                    + sets.stream().map(set -> set.length + "").toList() + " bytes; allowed: " + most
                    + ", an SPS of 4 and more, a PPS of 2 and more");
        }
    }

    /**
     * As its own parameter sets say.
     *
     * @param annexB NAL units behind start codes, all kinds of parameter sets among them: a keyframe with its sets
     * @throws IllegalArgumentException where one of them is missing
     */
    public static StreamFormat of(Codec codec, byte[] annexB) {
        return switch (codec) {
            case H264 -> new StreamFormat(codec, sets(annexB, H264_SETS, nal -> NalType.of(nal[0])), 0, 0);
            case H265 -> new StreamFormat(codec, sets(annexB, H265_SETS, nal -> H265Type.of(nal[0] << 8)), 0, 0);
            case JPEG -> new StreamFormat(codec, List.of(), 0, 0);
        };
    }

    private static List<byte[]> sets(byte[] annexB, List<Integer> types, ToIntFunction<byte[]> typeOf) {
        List<byte[]> units =
                AnnexB.split(annexB).stream().map(ByteBufUtil::getBytes).toList();
        return types.stream()
                .map(type -> units.stream()
                        .filter(unit -> typeOf.applyAsInt(unit) == type)
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no parameter set of type " + type + " in "
                                + annexB.length + " bytes; allowed: all of " + types)))
                .toList();
    }
}
