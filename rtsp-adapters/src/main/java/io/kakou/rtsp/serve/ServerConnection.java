package io.kakou.rtsp.serve;

import io.kakou.rtsp.ClockRange;
import io.kakou.rtsp.udp.PortPair;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
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
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client's requests and their answers (RFC 2326 §10). One session a connection, and it ends with it. */
final class ServerConnection extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(ServerConnection.class);
    private static final String METHODS = "OPTIONS, DESCRIBE, SETUP, PLAY, GET_PARAMETER, SET_PARAMETER, TEARDOWN";
    private static final Pattern CHANNELS = Pattern.compile("(?i)interleaved\\s*=\\s*([0-7])\\s*-\\s*([0-7])");
    private static final Pattern PORTS = Pattern.compile(
            "(?i)^\\s*RTP/AVP(?:/UDP)?\\s*;\\s*unicast.*client_port\\s*=\\s*([0-9]{4,5})\\s*-\\s*([0-9]{4,5})");
    private static final int HIGHEST_PORT = 65_535;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Function<String, @Nullable Programme> programmes;
    private final ServerSettings settings;
    private final Gatekeeper gatekeeper;
    private final String session = new BigInteger(63, RANDOM).toString();
    private @Nullable SetUp setUp;
    private Programme.@Nullable Showing showing;
    /** What is played, as PLAY is answered. */
    private String range = "npt=0.000-";

    /** What a client sends by UDP opens the way and reports; we send on whatever it says. */
    private static final PortPair.Taker NOBODY = new PortPair.Taker() {
        @Override
        public void rtp(ByteBuf packet) {}

        @Override
        public void rtcp(ByteBuf packet) {}

        @Override
        public void broken(Throwable why) {
            LOG.debug("a client's ports broke: {}", String.valueOf(why));
        }
    };

    private record SetUp(Programme programme, int rtpChannel) {}

    ServerConnection(Function<String, @Nullable Programme> programmes, ServerSettings settings) {
        this.programmes = programmes;
        this.settings = settings;
        this.gatekeeper = new Gatekeeper(settings.credentials(), settings.digest());
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        try {
            if (message instanceof FullHttpRequest request) {
                request(ctx, request);
            }
        } finally {
            ReferenceCountUtil.release(message); // a client's receiver reports among them: TCP itself slows us down
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        endSession(ctx);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        LOG.debug("a client's connection ends: {}", String.valueOf(cause));
        ChannelFuture unused = ctx.close();
    }

    private void request(ChannelHandlerContext ctx, FullHttpRequest request) {
        String number = request.headers().get(RtspHeaderNames.CSEQ);
        if (request.decoderResult().isFailure() || number == null) {
            FullHttpResponse bad = answer(RtspResponseStatuses.BAD_REQUEST, "0");
            ctx.writeAndFlush(bad).addListener(ChannelFutureListener.CLOSE);
            return;
        }
        String method = request.method().name();
        if (!method.equals("OPTIONS")
                && !gatekeeper.admits(method, request.headers().get(RtspHeaderNames.AUTHORIZATION))) {
            FullHttpResponse who = answer(RtspResponseStatuses.UNAUTHORIZED, number);
            who.headers().add(RtspHeaderNames.WWW_AUTHENTICATE, gatekeeper.challenges());
            write(ctx, who);
            return;
        }
        switch (method) {
            case "OPTIONS" -> options(ctx, number);
            case "DESCRIBE" -> describe(ctx, request, number);
            case "SETUP" -> setUp(ctx, request, number);
            case "PLAY" -> play(ctx, request, number);
            case "GET_PARAMETER", "SET_PARAMETER" -> parameter(ctx, request, number);
            case "TEARDOWN" -> tearDown(ctx, request, number);
            default -> write(ctx, answer(RtspResponseStatuses.METHOD_NOT_ALLOWED, number));
        }
    }

    private static void options(ChannelHandlerContext ctx, String number) {
        FullHttpResponse answer = answer(RtspResponseStatuses.OK, number);
        answer.headers().set(RtspHeaderNames.PUBLIC, METHODS);
        write(ctx, answer);
    }

    private void describe(ChannelHandlerContext ctx, FullHttpRequest request, String number) {
        Programme programme = programmes.apply(StreamPath.of(request.uri()));
        if (programme == null) {
            write(ctx, answer(RtspResponseStatuses.NOT_FOUND, number));
            return;
        }
        byte[] text = programme.description().getBytes(StandardCharsets.US_ASCII);
        FullHttpResponse answer = new DefaultFullHttpResponse(
                RtspVersions.RTSP_1_0, RtspResponseStatuses.OK, Unpooled.wrappedBuffer(text));
        answer.headers()
                .set(RtspHeaderNames.CSEQ, number)
                .set(RtspHeaderNames.CONTENT_BASE, StreamPath.base(request.uri()))
                .set(RtspHeaderNames.CONTENT_TYPE, "application/sdp")
                .set(RtspHeaderNames.CONTENT_LENGTH, text.length);
        programme.amend(answer.headers());
        write(ctx, answer);
    }

    private void setUp(ChannelHandlerContext ctx, FullHttpRequest request, String number) {
        Programme programme = programmes.apply(StreamPath.of(request.uri()));
        String transport = request.headers().get(RtspHeaderNames.TRANSPORT, "");
        if (programme == null) {
            write(ctx, answer(RtspResponseStatuses.NOT_FOUND, number));
        } else if (request.headers().contains(RtspHeaderNames.SESSION) && !ours(request)) {
            write(ctx, answer(RtspResponseStatuses.SESSION_NOT_FOUND, number));
        } else if (transport.toUpperCase(Locale.ROOT).contains("RTP/AVP/TCP")) {
            Matcher channels = CHANNELS.matcher(transport);
            int channel = channels.find() ? Integer.parseInt(channels.group(1)) : 0;
            dropDatagrams(ctx);
            setUp = new SetUp(programme, channel);
            carried(ctx, number, "RTP/AVP/TCP;unicast;interleaved=" + channel + '-' + (channel + 1));
        } else {
            setUpDatagrams(ctx, transport, number, programme);
        }
    }

    private void carried(ChannelHandlerContext ctx, String number, String transport) {
        FullHttpResponse answer = answer(RtspResponseStatuses.OK, number);
        answer.headers()
                .set(RtspHeaderNames.SESSION, session + ";timeout=" + settings.sessionSeconds())
                .set(RtspHeaderNames.TRANSPORT, transport);
        write(ctx, answer);
    }

    /** Sends to the client's own address alone: a server that sent where it is told to would be a weapon. */
    private void setUpDatagrams(ChannelHandlerContext ctx, String transport, String number, Programme programme) {
        Matcher asked = PORTS.matcher(transport);
        int rtp = asked.find() ? Integer.parseInt(asked.group(1)) : 0;
        int rtcp = rtp > 0 ? Integer.parseInt(asked.group(2)) : 0;
        boolean there = showing != null || ctx.pipeline().get(Datagrams.class) != null;
        if (there || rtp == 0 || Math.max(rtp, rtcp) > HIGHEST_PORT) {
            write(ctx, answer(RtspResponseStatuses.UNSUPPORTED_TRANSPORT, number));
            return;
        }
        var unused = PortPair.bind(ctx.channel().eventLoop(), path(ctx.channel()), NOBODY)
                .whenComplete((ports, why) -> {
                    if (ports != null && !ctx.channel().isActive()) {
                        ports.close();
                    } else if (ports == null) {
                        write(ctx, answer(RtspResponseStatuses.INTERNAL_SERVER_ERROR, number));
                    } else {
                        ctx.pipeline().addLast(new Datagrams(ports, rtp, rtcp));
                        setUp = new SetUp(programme, 0);
                        String theirs = "client_port=" + rtp + '-' + rtcp;
                        String ours = "server_port=" + ports.rtpPort() + '-' + (ports.rtpPort() + 1);
                        carried(ctx, number, "RTP/AVP;unicast;" + theirs + ';' + ours);
                    }
                });
    }

    private static PortPair.Path path(Channel connection) {
        return new PortPair.Path(
                ((InetSocketAddress) connection.localAddress()).getAddress(),
                ((InetSocketAddress) connection.remoteAddress()).getAddress());
    }

    private void play(ChannelHandlerContext ctx, FullHttpRequest request, String number) {
        if (!ours(request) || setUp == null) {
            write(ctx, answer(RtspResponseStatuses.SESSION_NOT_FOUND, number));
        } else if (showing != null) {
            write(ctx, inSession(number)); // already playing: some clients ask again to stay alive
        } else {
            ClockRange past = ClockRange.of(request.headers().get(RtspHeaderNames.RANGE));
            String base = StreamPath.base(request.uri());
            if (past == null) {
                show(ctx, number, base, setUp);
            } else {
                SetUp of = setUp;
                var unused = of.programme()
                        .past(past)
                        .whenCompleteAsync((found, why) -> showPast(ctx, number, base, found), ctx.executor());
            }
        }
    }

    /** Nothing of it lies in the range, or it keeps no past: 457 (RFC 2326 §11.3.9). */
    private void showPast(ChannelHandlerContext ctx, String number, String base, Programme.@Nullable Past found) {
        SetUp of = setUp;
        if (of == null || found == null || showing != null) {
            write(ctx, answer(RtspResponseStatuses.INVALID_RANGE, number));
        } else {
            range = found.range().header();
            show(ctx, number, base, new SetUp(found.programme(), of.rtpChannel()));
        }
    }

    private void show(ChannelHandlerContext ctx, String number, String base, SetUp of) {
        Programme.Showing fresh = ctx.pipeline().get(Datagrams.class) == null
                ? of.programme().show(ctx.channel(), of.rtpChannel())
                : of.programme().showByDatagrams(ctx.channel());
        showing = fresh;
        String track = base + Description.TRACK;
        var unused = fresh.prepare()
                .thenApply(info -> info.isEmpty() ? info : "url=" + track + ';' + info)
                .whenCompleteAsync((info, why) -> prepared(ctx, number, fresh, info), ctx.executor());
    }

    private void prepared(ChannelHandlerContext ctx, String number, Programme.Showing fresh, @Nullable String info) {
        if (info == null) {
            LOG.warn("a source cannot be opened");
            endSession(ctx);
            write(ctx, answer(RtspResponseStatuses.INTERNAL_SERVER_ERROR, number));
            return;
        }
        FullHttpResponse answer = inSession(number);
        answer.headers().set(RtspHeaderNames.RANGE, range);
        if (!info.isEmpty()) {
            answer.headers().set(RtspHeaderNames.RTP_INFO, info);
        }
        write(ctx, answer);
        fresh.start();
    }

    private void parameter(ChannelHandlerContext ctx, FullHttpRequest request, String number) {
        boolean strange = request.headers().contains(RtspHeaderNames.SESSION) && !ours(request);
        write(ctx, strange ? answer(RtspResponseStatuses.SESSION_NOT_FOUND, number) : inSession(number));
    }

    private void tearDown(ChannelHandlerContext ctx, FullHttpRequest request, String number) {
        boolean known = ours(request) && setUp != null;
        if (known) {
            endSession(ctx);
        }
        write(ctx, answer(known ? RtspResponseStatuses.OK : RtspResponseStatuses.SESSION_NOT_FOUND, number));
    }

    private void endSession(ChannelHandlerContext ctx) {
        setUp = null;
        dropDatagrams(ctx);
        if (showing != null) {
            showing.stop();
            showing = null;
        }
    }

    private static void dropDatagrams(ChannelHandlerContext ctx) {
        if (ctx.pipeline().get(Datagrams.class) != null) {
            ctx.pipeline().remove(Datagrams.class);
        }
    }

    private boolean ours(FullHttpRequest request) {
        String given = request.headers().get(RtspHeaderNames.SESSION, "");
        return given.split(";", 2)[0].strip().equals(session);
    }

    private FullHttpResponse inSession(String number) {
        FullHttpResponse answer = answer(RtspResponseStatuses.OK, number);
        answer.headers().set(RtspHeaderNames.SESSION, session);
        return answer;
    }

    private static FullHttpResponse answer(HttpResponseStatus status, String number) {
        FullHttpResponse answer = new DefaultFullHttpResponse(RtspVersions.RTSP_1_0, status, Unpooled.EMPTY_BUFFER);
        answer.headers().set(RtspHeaderNames.CSEQ, number).set(RtspHeaderNames.SERVER, "Kakou");
        return answer;
    }

    private static void write(ChannelHandlerContext ctx, FullHttpResponse answer) {
        ChannelFuture unused = ctx.writeAndFlush(answer);
    }
}
