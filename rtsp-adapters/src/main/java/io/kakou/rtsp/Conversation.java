package io.kakou.rtsp;

import io.kakou.rtsp.RtspException.Code;
import io.kakou.rtsp.RtspSession.State;
import io.kakou.rtsp.sdp.ControlUrl;
import io.kakou.rtsp.sdp.Media;
import io.kakou.rtsp.sdp.SessionDescription;
import io.kakou.rtsp.wire.Authenticator;
import io.kakou.rtsp.wire.InterleavedFrame;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.http.FullHttpMessage;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.rtsp.RtspHeaderNames;
import io.netty.handler.codec.rtsp.RtspMethods;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The stages of one session on its connection, OPTIONS to TEARDOWN (RFC 2326 §10). One event loop. */
final class Conversation extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);
    /** RFC 3550 §6.2: no oftener, the first after half of it. */
    private static final double REPORT_SECONDS = 5;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final RtspAddress address;
    private final SessionSettings settings;
    private final InstantSource clock;
    private final RtspSession.Listener listener;
    private final Dialogue dialogue;

    private State state = State.CONNECTING;
    private String aggregate;
    private HttpMethod keepAlive = RtspMethods.OPTIONS;
    private SetupAnswer setup = SetupAnswer.DEFAULT;
    private @Nullable MediaFlow flow;
    private long lastPacket;
    private long lostBefore;

    Conversation(RtspAddress address, SessionSettings settings, InstantSource clock, RtspSession.Listener listener) {
        this.address = address;
        this.settings = settings;
        this.clock = clock;
        this.listener = listener;
        this.aggregate = address.url();
        Authenticator authenticator =
                new Authenticator(address.credentials(), () -> new BigInteger(64, RANDOM).toString(16));
        this.dialogue = new Dialogue(address, authenticator, settings.responseSeconds(), this::fail);
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        reach(State.OPTIONS);
        dialogue.ask(ctx, request(RtspMethods.OPTIONS, address.url()), answer -> optionsAnswered(ctx, answer));
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        try {
            if (message instanceof InterleavedFrame frame) {
                frame(ctx, frame);
            } else if (message instanceof FullHttpMessage text
                    && text.decoderResult().isFailure()) {
                fail(Code.GARBAGE, "what it sends is no RTSP message, at " + address);
            } else if (message instanceof FullHttpResponse response) {
                dialogue.heard(ctx, response);
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        boolean bye = flow != null && flow.ended();
        fail(
                Code.CLOSED,
                (bye ? "the camera ended the stream, at " : "the camera closed the connection, at ") + address);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        Throwable root = cause instanceof DecoderException && cause.getCause() != null ? cause.getCause() : cause;
        if (root instanceof PrematureChannelClosureException) {
            fail(Code.CLOSED, "the camera closed the connection in mid-message, at " + address);
        } else if (root instanceof IOException) {
            fail(Code.CLOSED, "the connection broke (" + root.getMessage() + "), at " + address);
        } else if (root instanceof DecoderException) {
            fail(Code.GARBAGE, root.getMessage() + ", at " + address);
        } else {
            LOG.error("{}: a fault of our own ends the session", address.camera(), root);
            fail(Code.FAULT, "fault of our own: " + root);
        }
    }

    /** Says goodbye where there is a session to end, then closes; both without waiting for an answer. */
    void leave(ChannelHandlerContext ctx) {
        dialogue.stop();
        if (flow == null) {
            ChannelFuture unused = ctx.close();
            return;
        }
        dialogue.tell(ctx, request(RtspMethods.TEARDOWN, aggregate), answer -> {})
                .addListener(ChannelFutureListener.CLOSE);
    }

    private void optionsAnswered(ChannelHandlerContext ctx, FullHttpResponse answer) {
        // Cameras that know no OPTIONS answer 405 or 501 and stream all the same.
        String known = String.join(",", answer.headers().getAll(RtspHeaderNames.PUBLIC));
        if (List.of(known.toUpperCase(Locale.ROOT).split("[\\s,]+", -1)).contains("GET_PARAMETER")) {
            keepAlive = RtspMethods.GET_PARAMETER;
        }
        reach(State.DESCRIBE);
        Dialogue.Request describe = new Dialogue.Request(
                RtspMethods.DESCRIBE, address.url(), Map.of(RtspHeaderNames.ACCEPT, "application/sdp"));
        dialogue.ask(ctx, describe, described -> described(ctx, described));
    }

    private void described(ChannelHandlerContext ctx, FullHttpResponse answer) {
        if (refused(answer)) {
            return;
        }
        SessionDescription sdp = SessionDescription.parse(answer.content().toString(StandardCharsets.UTF_8));
        listener.offered(sdp.offer());
        Optional<Media> video = sdp.video();
        if (video.isEmpty() || video.get().isInterleaved()) {
            String want = video.isEmpty() ? "no H.264, H.265 or JPEG video" : "no video in decoding order";
            fail(Code.NO_VIDEO, "DESCRIBE: " + want + ", it offers " + sdp.offer() + ", at " + address);
            return;
        }
        String base = base(answer);
        aggregate = ControlUrl.resolve(base, sdp.control());
        String track = ControlUrl.resolve(aggregateBase(base, sdp), video.get().control());
        if (!SetupAnswer.speakable(aggregate + track)) {
            fail(Code.GARBAGE, "DESCRIBE: it gives an address with control characters, at " + address);
            return;
        }
        reach(State.SETUP);
        Dialogue.Request request = new Dialogue.Request(
                RtspMethods.SETUP, track, Map.of(RtspHeaderNames.TRANSPORT, "RTP/AVP/TCP;unicast;interleaved=0-1"));
        dialogue.ask(ctx, request, set -> setUp(ctx, set, video.get()));
    }

    private String base(FullHttpResponse answer) {
        String base = answer.headers().get(RtspHeaderNames.CONTENT_BASE);
        base = base == null ? answer.headers().get(RtspHeaderNames.CONTENT_LOCATION) : base;
        // Behind address translation some cameras give a base without a host; then the address described stands.
        return base != null && base.strip().startsWith("rtsp://") ? base.strip() : address.url();
    }

    private static String aggregateBase(String base, SessionDescription sdp) {
        String control = sdp.control();
        return control != null && control.startsWith("rtsp://") ? control : base;
    }

    private void setUp(ChannelHandlerContext ctx, FullHttpResponse answer, Media video) {
        if (refused(answer)) {
            return;
        }
        setup = SetupAnswer.of(answer.headers());
        if (setup.session().isEmpty()) {
            fail(Code.GARBAGE, "SETUP: the answer has no Session, at " + address);
            return;
        }
        dialogue.belongTo(setup.session());
        flow = new MediaFlow(video, settings, clock, this::given);
        reach(State.PLAY);
        Dialogue.Request play =
                new Dialogue.Request(RtspMethods.PLAY, aggregate, Map.of(RtspHeaderNames.RANGE, "npt=0.000-"));
        dialogue.ask(ctx, play, played -> played(ctx, played));
    }

    private void played(ChannelHandlerContext ctx, FullHttpResponse answer) {
        if (refused(answer)) {
            return;
        }
        lastPacket = now(ctx);
        if (state != State.STREAMING) {
            reach(State.PLAYING);
        }
        after(ctx, settings.firstPacketSeconds(), () -> watchSilence(ctx, settings.firstPacketSeconds()));
        after(ctx, settings.keyframeSeconds(), this::watchKeyframe);
        after(ctx, setup.keepAliveSeconds(), () -> stayAlive(ctx));
        after(ctx, REPORT_SECONDS / 2, () -> report(ctx));
    }

    /** A camera that reads nothing is not written to for ever. */
    private void report(ChannelHandlerContext ctx) {
        ByteBuf report = flow == null || !ctx.channel().isWritable() ? null : flow.report(setup.rtcpChannel());
        if (report != null) {
            ChannelFuture unused = ctx.writeAndFlush(report);
        }
        after(ctx, REPORT_SECONDS, () -> report(ctx));
    }

    private void stayAlive(ChannelHandlerContext ctx) {
        ChannelFuture unused = dialogue.tell(ctx, request(keepAlive, aggregate), answer -> {
            int status = answer.status().code();
            if (status == 454) {
                fail(Code.CLOSED, keepAlive + ": the camera forgot the session (454), at " + address);
            } else if (status >= 400) {
                keepAlive = RtspMethods.OPTIONS;
            }
        });
        after(ctx, setup.keepAliveSeconds(), () -> stayAlive(ctx));
    }

    private void watchSilence(ChannelHandlerContext ctx, double allowed) {
        double silent = (now(ctx) - lastPacket) / 1e9;
        if (silent >= allowed) {
            boolean strange = flow != null && flow.strange();
            fail(
                    strange ? Code.GARBAGE : Code.SILENT,
                    (strange ? "what it sends is no RTP of its video, for " : "no packet for ") + allowed + " s, at "
                            + address);
        } else {
            double next = settings.silenceSeconds();
            after(ctx, Math.max(0, next - silent), () -> watchSilence(ctx, next));
        }
    }

    private void watchKeyframe() {
        if (state != State.STREAMING) {
            String unread = flow == null ? null : flow.unread();
            String what = unread == null ? "packets" : unread + ", which are not read";
            fail(
                    Code.NO_KEYFRAME,
                    what + ", but no whole keyframe in " + settings.keyframeSeconds() + " s, at " + address);
        }
    }

    private void frame(ChannelHandlerContext ctx, InterleavedFrame frame) {
        if (flow == null) {
            return;
        }
        if (frame.channel() == setup.rtpChannel()) {
            if (flow.rtp(frame.content())) {
                lastPacket = now(ctx);
            }
        } else if (frame.channel() == setup.rtcpChannel()) {
            flow.rtcp(frame.content());
        }
    }

    private void given(AccessUnit unit) {
        if (state != State.STREAMING) {
            reach(State.STREAMING);
        }
        tellLosses();
        listener.accessUnit(unit);
    }

    private void tellLosses() {
        long lost = flow == null ? 0 : flow.lost();
        if (lost > lostBefore) {
            listener.lost(lost - lostBefore);
            lostBefore = lost;
        }
    }

    private boolean refused(FullHttpResponse answer) {
        int status = answer.status().code();
        if (status >= 200 && status < 300) {
            return false;
        }
        String why =
                state + ": " + status + ' ' + answer.status().reasonPhrase().strip() + ", at " + address;
        switch (status) {
            case 403 -> fail(Code.UNAUTHORIZED, why);
            case 404 -> fail(Code.NOT_FOUND, state + ": no such stream (404), at " + address);
            case 461 -> fail(Code.REJECTED, state + ": no RTP over TCP (461), at " + address);
            default -> fail(Code.REJECTED, why);
        }
        return true;
    }

    private void reach(State next) {
        state = next;
        listener.reached(next);
    }

    private void fail(Code code, String message) {
        dialogue.stop();
        listener.failed(new RtspException(code, address.camera(), message));
    }

    private static Dialogue.Request request(HttpMethod method, String uri) {
        return new Dialogue.Request(method, uri, Map.of());
    }

    private static long now(ChannelHandlerContext ctx) {
        return ctx.executor().ticker().nanoTime();
    }

    /** Runs later, unless the connection is gone by then. */
    private static void after(ChannelHandlerContext ctx, double seconds, Runnable task) {
        Runnable whileOpen = () -> {
            if (ctx.channel().isActive()) {
                task.run();
            }
        };
        var unused = ctx.executor().schedule(whileOpen, Math.round(seconds * 1e9), TimeUnit.NANOSECONDS);
    }
}
