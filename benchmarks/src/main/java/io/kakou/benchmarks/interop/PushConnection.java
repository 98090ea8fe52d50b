package io.kakou.benchmarks.interop;

import io.kakou.rtsp.udp.PortPair;
import io.kakou.rtsp.wire.InterleavedFrame;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.rtsp.RtspHeaderNames;
import io.netty.handler.codec.rtsp.RtspResponseStatuses;
import io.netty.handler.codec.rtsp.RtspVersions;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The connection of a program that pushes one media: ANNOUNCE, SETUP with mode=record, RECORD (RFC 2326 §10). */
final class PushConnection extends ChannelInboundHandlerAdapter {
    /** What FFmpeg calls its first media. */
    static final String TRACK = "streamid=0";

    private static final String SESSION = "push";
    private static final Pattern CHANNELS = Pattern.compile("interleaved=([0-7])-([0-7])");

    private final Relay relay;
    private String description = "";
    private int rtpChannel = -1;
    private @Nullable PortPair ports;
    private @Nullable Runnable recording;
    private boolean wanted;

    PushConnection(Relay relay) {
        this.relay = relay;
    }

    /** As it was announced. */
    String description() {
        return description;
    }

    /** Lets it push. */
    void begin() {
        wanted = true;
        if (recording != null) {
            recording.run();
            recording = null;
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        try {
            if (message instanceof InterleavedFrame frame && frame.channel() / 2 * 2 == rtpChannel) {
                relay.passOn(frame.channel() - rtpChannel, frame.content());
            } else if (message instanceof FullHttpRequest request) {
                request(ctx, request);
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (ports != null) {
            ports.close();
        }
    }

    private void request(ChannelHandlerContext ctx, FullHttpRequest request) {
        String number = request.headers().get(RtspHeaderNames.CSEQ, "0");
        FullHttpResponse fine = answer(RtspResponseStatuses.OK, number);
        switch (request.method().name()) {
            case "OPTIONS" -> {
                fine.headers().set(RtspHeaderNames.PUBLIC, "OPTIONS, ANNOUNCE, SETUP, RECORD, TEARDOWN");
                write(ctx, fine);
            }
            case "ANNOUNCE" -> announce(ctx, request, number);
            case "SETUP" -> setUp(ctx, request, fine);
            case "RECORD" -> {
                recording = () -> write(ctx, fine);
                if (wanted) {
                    begin();
                }
            }
            case "TEARDOWN" -> write(ctx, fine);
            default -> write(ctx, answer(RtspResponseStatuses.METHOD_NOT_ALLOWED, number));
        }
    }

    private void announce(ChannelHandlerContext ctx, FullHttpRequest request, String number) {
        description = request.content().toString(StandardCharsets.UTF_8);
        boolean taken = description.split("(?m)^m=", -1).length == 2 && relay.announced(this);
        write(ctx, answer(taken ? RtspResponseStatuses.OK : RtspResponseStatuses.FORBIDDEN, number));
    }

    private void setUp(ChannelHandlerContext ctx, FullHttpRequest request, FullHttpResponse fine) {
        String transport = request.headers().get(RtspHeaderNames.TRANSPORT, "");
        fine.headers().set(RtspHeaderNames.SESSION, SESSION);
        Matcher channels = CHANNELS.matcher(transport);
        if (channels.find()) {
            rtpChannel = Integer.parseInt(channels.group(1));
            fine.headers().set(RtspHeaderNames.TRANSPORT, transport);
            write(ctx, fine);
            return;
        }
        PortPair.Path path = new PortPair.Path(
                ((InetSocketAddress) ctx.channel().localAddress()).getAddress(),
                ((InetSocketAddress) ctx.channel().remoteAddress()).getAddress());
        var unused = PortPair.bind(ctx.channel().eventLoop(), path, new Datagrams(ctx))
                .whenComplete((bound, why) -> {
                    ports = bound;
                    if (bound == null) {
                        fine.setStatus(RtspResponseStatuses.INTERNAL_SERVER_ERROR);
                    } else {
                        String ours = ";server_port=" + bound.rtpPort() + '-' + (bound.rtpPort() + 1);
                        fine.headers().set(RtspHeaderNames.TRANSPORT, transport + ours);
                    }
                    write(ctx, fine);
                });
    }

    private final class Datagrams implements PortPair.Taker {
        private final ChannelHandlerContext ctx;

        Datagrams(ChannelHandlerContext ctx) {
            this.ctx = ctx;
        }

        @Override
        public void rtp(ByteBuf packet) {
            relay.passOn(0, packet);
        }

        @Override
        public void rtcp(ByteBuf packet) {
            relay.passOn(1, packet);
        }

        @Override
        public void broken(Throwable why) {
            ctx.fireExceptionCaught(why);
        }
    }

    private static FullHttpResponse answer(HttpResponseStatus status, String number) {
        FullHttpResponse answer = new DefaultFullHttpResponse(RtspVersions.RTSP_1_0, status, Unpooled.EMPTY_BUFFER);
        answer.headers().set(RtspHeaderNames.CSEQ, number);
        return answer;
    }

    private static void write(ChannelHandlerContext ctx, FullHttpResponse answer) {
        ChannelFuture unused = ctx.writeAndFlush(answer);
    }
}
