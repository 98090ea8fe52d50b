package io.kakou.rtsp;

import io.kakou.rtsp.RtspException.Code;
import io.kakou.rtsp.RtspSession.State;
import io.kakou.rtsp.codec.Wanted;
import io.kakou.rtsp.sdp.ControlUrl;
import io.kakou.rtsp.sdp.Media;
import io.kakou.rtsp.sdp.SessionDescription;
import io.kakou.rtsp.udp.PortPair;
import io.kakou.rtsp.wire.Authenticator;
import io.kakou.rtsp.wire.InterleavedFrame;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.FullHttpMessage;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.rtsp.RtspHeaderNames;
import io.netty.handler.codec.rtsp.RtspMethods;
import io.netty.util.ReferenceCountUtil;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The stages of one session on its connection, OPTIONS to TEARDOWN (RFC 2326 §10). One event loop. */
final class Conversation extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);
    /** RFC 3550 §6.2: no oftener, the first after half of it. */
    private static final double REPORT_SECONDS = 5;

    static final double GOODBYE_SECONDS = 0.5;

    private static final int UNSUPPORTED_TRANSPORT = 461;
    /** RFC 2326 §11.3, and those that HTTP has added; 305 would have us ask through a proxy. */
    private static final Set<Integer> REDIRECTS = Set.of(300, 301, 302, 303, 307, 308);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final RtspAddress address;
    private final SessionSettings settings;
    private final InstantSource clock;
    private final RtspSession.Owner listener;
    private final Dialogue dialogue;
    private final Carriage carriage;

    private State state = State.CONNECTING;
    private String aggregate;
    private HttpMethod keepAlive = RtspMethods.OPTIONS;
    private SetupAnswer setup = SetupAnswer.DEFAULT;
    private @Nullable MediaFlow flow;
    private long lastPacket;
    private long lostBefore;
    private boolean over;

    Conversation(RtspAddress address, SessionSettings settings, InstantSource clock, RtspSession.Owner listener) {
        this.address = address;
        this.settings = settings;
        this.clock = clock;
        this.listener = listener;
        this.aggregate = address.url();
        Authenticator authenticator =
                new Authenticator(address.credentials(), () -> new BigInteger(64, RANDOM).toString(16));
        this.dialogue = new Dialogue(address, authenticator, settings.responseSeconds(), this::fail);
        this.carriage = new Carriage(
                address.tls() && settings.transport() == Transport.AUTO ? Transport.TCP : settings.transport());
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
        carriage.close();
        boolean bye = flow != null && flow.ended();
        fail(
                Code.CLOSED,
                (bye ? "the camera ended the stream, at " : "the camera closed the connection, at ") + address);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        broken(cause);
    }

    private void broken(Throwable cause) {
        if (over) {
            return;
        }
        Breakage why = Breakage.of(cause);
        if (why.code() == Code.FAULT) {
            LOG.error("{}: a fault of our own ends the session", address.camera(), cause);
        }
        fail(why.code(), why.why() + ", at " + address);
    }

    /**
     * Says goodbye where there is a session to end, and closes when that is answered, or soon: a connection closed over
     * unread frames is reset (RFC 2525 §2.17), and the goodbye may be lost with it.
     *
     * @return done once the goodbye has left
     */
    ChannelFuture leave(ChannelHandlerContext ctx) {
        dialogue.stop();
        if (flow == null) {
            return ctx.close();
        }
        flow = null;
        over = true;
        after(ctx, GOODBYE_SECONDS, () -> close(ctx));
        return dialogue.tell(ctx, request(RtspMethods.TEARDOWN, aggregate), answer -> close(ctx))
                .addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }

    private void optionsAnswered(ChannelHandlerContext ctx, FullHttpResponse answer) {
        if (sentOn(answer)) {
            return;
        }
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
        if (sentOn(answer) || refused(answer)) {
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
        String track = ControlUrl.resolve(
                ControlUrl.base(sdp.control(), base), video.get().control());
        if (!SetupAnswer.speakable(aggregate + track)) {
            fail(Code.GARBAGE, "DESCRIBE: it gives an address with control characters, at " + address);
            return;
        }
        reach(State.SETUP);
        if (address.tls() && settings.transport() == Transport.UDP) {
            fail(Code.REJECTED, "SETUP: RTP over UDP would leave TLS; allowed: AUTO and TCP, at " + address);
            return;
        }
        askSetUp(ctx, track, video.get());
    }

    private void askSetUp(ChannelHandlerContext ctx, String track, Media video) {
        var unused = carriage.ask(ctx.channel(), datagrams(ctx))
                .thenAccept(transport -> {
                    Dialogue.Request request = new Dialogue.Request(
                            RtspMethods.SETUP, track, Map.of(RtspHeaderNames.TRANSPORT, transport));
                    dialogue.ask(ctx, request, set -> setUpAnswered(ctx, set, track, video));
                })
                .exceptionally(why -> {
                    broken(why);
                    return null;
                });
    }

    private String base(FullHttpResponse answer) {
        String base = answer.headers().get(RtspHeaderNames.CONTENT_BASE);
        base = base == null ? answer.headers().get(RtspHeaderNames.CONTENT_LOCATION) : base;
        return ControlUrl.base(base, address.url());
    }

    private void setUpAnswered(ChannelHandlerContext ctx, FullHttpResponse answer, String track, Media video) {
        if (answer.status().code() == UNSUPPORTED_TRANSPORT && carriage.change()) {
            askSetUp(ctx, track, video);
        } else if (!refused(answer)) {
            setUp(ctx, SetupAnswer.of(answer.headers()), video);
        }
    }

    private void setUp(ChannelHandlerContext ctx, SetupAnswer answer, Media video) {
        setup = answer;
        if (setup.session().isEmpty()) {
            fail(Code.GARBAGE, "SETUP: the answer has no Session, at " + address);
            return;
        }
        if (!setup.agrees(carriage.transport())) {
            fail(
                    Code.REJECTED,
                    "SETUP: asked for RTP over " + carriage.transport() + ", it answers with another transport, at "
                            + address);
            return;
        }
        String channels = setup.impossibleChannels();
        if (channels != null) {
            fail(Code.GARBAGE, "SETUP: interleaved=" + channels + "; allowed: two of 0 to 255, at " + address);
            return;
        }
        dialogue.belongTo(setup.session());
        carriage.open(setup);
        listener.carried(carriage.transport());
        flow = new MediaFlow(video, settings, clock, taker);
        reach(State.PLAY);
        ClockRange past = settings.range();
        String range = past == null ? "npt=0.000-" : past.header();
        Dialogue.Request play = new Dialogue.Request(RtspMethods.PLAY, aggregate, Map.of(RtspHeaderNames.RANGE, range));
        dialogue.ask(ctx, play, played -> played(ctx, played));
    }

    private void played(ChannelHandlerContext ctx, FullHttpResponse answer) {
        if (refused(answer)) {
            return;
        }
        lastPacket = now(ctx);
        ClockRange plays = ClockRange.of(answer.headers().get(RtspHeaderNames.RANGE));
        if (plays != null) {
            listener.plays(plays);
        }
        if (state != State.STREAMING) {
            reach(State.PLAYING);
        }
        after(ctx, settings.firstPacketSeconds(), () -> watchSilence(ctx, settings.firstPacketSeconds()));
        after(ctx, settings.keyframeSeconds(), this::watchKeyframe);
        after(ctx, setup.keepAliveSeconds(), () -> stayAlive(ctx));
        after(ctx, REPORT_SECONDS / 2, () -> report(ctx));
    }

    private void report(ChannelHandlerContext ctx) {
        ByteBuf report = flow == null ? null : flow.report(setup.rtcpChannel());
        if (report != null) {
            carriage.report(ctx.channel(), report, setup);
        }
        after(ctx, REPORT_SECONDS, () -> report(ctx));
    }

    private void stayAlive(ChannelHandlerContext ctx) {
        if (over) {
            return;
        }
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
            String why = unread == null ? " (a smart codec, or a keyframe interval longer than that)" : "";
            fail(
                    Code.NO_KEYFRAME,
                    what + ", but no whole keyframe in " + settings.keyframeSeconds() + " s" + why + ", at " + address);
        }
    }

    private void frame(ChannelHandlerContext ctx, InterleavedFrame frame) {
        if (carriage.transport() == Transport.UDP) {
            return;
        }
        if (frame.channel() == setup.rtpChannel()) {
            rtp(ctx, frame.content());
        } else if (frame.channel() == setup.rtcpChannel()) {
            rtcp(frame.content());
        }
    }

    private void rtp(ChannelHandlerContext ctx, ByteBuf packet) {
        if (flow != null && flow.rtp(packet)) {
            lastPacket = now(ctx);
            if (state == State.PLAYING) {
                reach(State.RECEIVING);
            }
        }
    }

    private void rtcp(ByteBuf packet) {
        if (flow != null) {
            flow.rtcp(packet);
        }
    }

    private PortPair.Taker datagrams(ChannelHandlerContext ctx) {
        return new PortPair.Taker() {
            @Override
            public void rtp(ByteBuf packet) {
                Conversation.this.rtp(ctx, packet);
            }

            @Override
            public void rtcp(ByteBuf packet) {
                Conversation.this.rtcp(packet);
            }

            @Override
            public void broken(Throwable why) {
                Conversation.this.broken(why);
            }
        };
    }

    private final MediaFlow.Taker taker = new MediaFlow.Taker() {
        @Override
        public Wanted wanted() {
            return listener.wanted();
        }

        @Override
        public void take(AccessUnit unit) {
            given(unit);
        }
    };

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

    /** Whether the camera sends us on to another address; then this connection is done with. */
    private boolean sentOn(FullHttpResponse answer) {
        int status = answer.status().code();
        String location = answer.headers().get(HttpHeaderNames.LOCATION);
        if (location == null || !REDIRECTS.contains(status)) {
            return false;
        }
        over = true;
        dialogue.stop();
        listener.redirected(location);
        return true;
    }

    private boolean refused(FullHttpResponse answer) {
        Breakage why = Breakage.of(answer.status(), state, carriage.transport());
        if (why != null) {
            fail(why.code(), why.why() + ", at " + address);
        }
        return why != null;
    }

    private void reach(State next) {
        state = next;
        listener.reached(next);
    }

    private void fail(Code code, String message) {
        if (over) {
            return;
        }
        over = true;
        dialogue.stop();
        listener.failed(new RtspException(code, address.camera(), message));
    }

    private static void close(ChannelHandlerContext ctx) {
        ChannelFuture unused = ctx.close();
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
