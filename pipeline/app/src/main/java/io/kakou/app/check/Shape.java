package io.kakou.app.check;

import io.kakou.analysis.mux.InitSegment;
import io.kakou.rtsp.AccessUnit;
import io.kakou.rtsp.Codec;
import org.jspecify.annotations.Nullable;

/**
 * What a keyframe tells of its stream.
 *
 * @param profile as people, or browsers, call it; null where the codec has none
 * @param width of the shown picture, pixels
 * @param height likewise
 * @param scalable layers that an ordinary decoder passes over
 */
record Shape(@Nullable String profile, int width, int height, boolean scalable) {
    /** Null where it cannot be read. */
    static @Nullable Shape of(AccessUnit keyframe) {
        return switch (keyframe.codec()) {
            case H264 -> {
                Sps sps = Sps.in(keyframe.bytes());
                yield sps == null ? null : new Shape(sps.profileName(), sps.width(), sps.height(), sps.isScalable());
            }
            case H265, JPEG -> {
                InitSegment init = InitSegment.of(keyframe.codec(), keyframe.bytes());
                String profile = init == null || keyframe.codec() == Codec.JPEG ? null : init.codec();
                yield init == null ? null : new Shape(profile, init.width(), init.height(), false);
            }
        };
    }
}
