package io.kakou.rtsp.serve;

import io.kakou.rtsp.Codec;

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
}
