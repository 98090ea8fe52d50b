package io.kakou.rtsp.serve;

import io.kakou.rtsp.Codec;
import io.kakou.rtsp.codec.AnnexB;
import io.kakou.rtsp.codec.NalType;
import io.netty.buffer.ByteBufUtil;

/**
 * What a source is coded in.
 *
 * @param sps sequence parameter set, a NAL unit without start code
 * @param pps picture parameter set, likewise
 * @param width pixels, 0 where unknown
 * @param height pixels, 0 where unknown
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
public record StreamFormat(Codec codec, byte[] sps, byte[] pps, int width, int height) {
    private static final int LEAST_SPS = 4;

    public StreamFormat {
        if (sps.length < LEAST_SPS || pps.length < 2) {
            throw new IllegalArgumentException("an SPS of " + sps.length + " and a PPS of " + pps.length
                    + " bytes; allowed: 4 and more, 2 and more");
        }
    }

    /**
     * H.264 as its own parameter sets say.
     *
     * @param annexB NAL units behind start codes, an SPS and a PPS among them: a keyframe with its sets, for one
     * @throws IllegalArgumentException where one of them is missing
     */
    public static StreamFormat h264(byte[] annexB) {
        return new StreamFormat(Codec.H264, set(annexB, NalType.SPS), set(annexB, NalType.PPS), 0, 0);
    }

    private static byte[] set(byte[] annexB, int type) {
        return AnnexB.split(annexB).stream()
                .filter(unit -> NalType.of(unit.getByte(0)) == type)
                .findFirst()
                .map(ByteBufUtil::getBytes)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no parameter set of type " + type + " in " + annexB.length + " bytes; allowed: SPS and PPS"));
    }
}
