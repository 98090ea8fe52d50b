package io.kakou.rtsp.wire;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.rtsp.RtspDecoder;
import io.netty.handler.codec.rtsp.RtspEncoder;

/** The handlers both ends of an RTSP connection begin with. */
public final class RtspPipeline {
    /** The longest message body either side takes; real session descriptions stay under 4 KiB. */
    public static final int LONGEST_BODY = 64 * 1024;

    private RtspPipeline() {}

    /** Appends them; what comes out are {@link InterleavedFrame}s and full RTSP requests and responses. */
    public static void addTo(ChannelPipeline pipeline) {
        InterleavedDecoder decoder = new InterleavedDecoder();
        ChannelHandler aggregator = new HttpObjectAggregator(LONGEST_BODY);
        pipeline.addLast(decoder)
                .addLast(new RtspDecoder())
                .addLast(new RtspEncoder())
                .addLast(aggregator);
        decoder.passFramesBehind(pipeline.context(aggregator));
    }
}
