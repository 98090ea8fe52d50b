package io.kakou.rtsp;

import io.kakou.rtsp.RtspException.Code;
import io.kakou.rtsp.wire.Authenticator;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.rtsp.RtspHeaderNames;
import io.netty.handler.codec.rtsp.RtspVersions;
import io.netty.util.concurrent.Future;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One request at a time and its answer: numbers, time-outs, and a second try where the server asks who we are. */
final class Dialogue {
    private static final int UNAUTHORIZED = 401;
    /** Who we are is said once, and once more where only the nonce had grown too old meanwhile. */
    private static final int MOST_ASKED = 3;

    private static final String AUTHENTICATION_INFO = "Authentication-Info";

    /** A request without what the dialogue adds. */
    record Request(HttpMethod method, String uri, Map<CharSequence, String> headers) {}

    private record Pending(Request request, int number, int asked, Consumer<FullHttpResponse> then) {}

    private final RtspAddress address;
    private final Authenticator authenticator;
    private final double responseSeconds;
    private final BiConsumer<Code, String> failing;
    private @Nullable Pending pending;
    private @Nullable Future<?> timeout;
    private @Nullable String session;
    private int number;

    Dialogue(
            RtspAddress address,
            Authenticator authenticator,
            double responseSeconds,
            BiConsumer<Code, String> failing) {
        this.address = address;
        this.authenticator = authenticator;
        this.responseSeconds = responseSeconds;
        this.failing = failing;
    }

    /** Every later request carries this id. */
    void belongTo(String sessionId) {
        session = sessionId;
    }

    /** Sends a request that must be answered in time. */
    void ask(ChannelHandlerContext ctx, Request request, Consumer<FullHttpResponse> then) {
        ChannelFuture unused = send(ctx, new Pending(request, ++number, 1, then));
        awaitAnswer(ctx, request);
    }

    /** Sends a request whose answer may stay out: some cameras never answer a keep-alive, yet are kept alive by it. */
    ChannelFuture tell(ChannelHandlerContext ctx, Request request, Consumer<FullHttpResponse> then) {
        return send(ctx, new Pending(request, ++number, 1, then));
    }

    /** Takes an answer; one that nobody waits for any more is passed over. */
    void heard(ChannelHandlerContext ctx, FullHttpResponse response) {
        Pending asked = pending;
        String theirs = response.headers().get(RtspHeaderNames.CSEQ);
        if (asked == null || (theirs != null && !theirs.strip().equals(String.valueOf(asked.number())))) {
            return;
        }
        stop();
        if (response.status().code() != UNAUTHORIZED) {
            response.headers().getAll(AUTHENTICATION_INFO).forEach(authenticator::informed);
            asked.then().accept(response);
        } else if (mayHelp(response, asked.asked())) {
            ChannelFuture unused = send(ctx, new Pending(asked.request(), ++number, asked.asked() + 1, asked.then()));
            awaitAnswer(ctx, asked.request());
        } else {
            String why = address.credentials() == null ? "needs a user and a password" : "wrong user or password";
            failing.accept(Code.UNAUTHORIZED, asked.request().method() + ": " + why + " (401) at " + address);
        }
    }

    /** Waits for nothing any more. */
    void stop() {
        pending = null;
        if (timeout != null) {
            timeout.cancel(false);
            timeout = null;
        }
    }

    private boolean mayHelp(FullHttpResponse response, int asked) {
        return authenticator.challenged(response.headers().getAll(RtspHeaderNames.WWW_AUTHENTICATE))
                && (asked == 1 || (authenticator.stale() && asked < MOST_ASKED));
    }

    private void awaitAnswer(ChannelHandlerContext ctx, Request request) {
        String late = request.method() + ": no answer within " + responseSeconds + " s from " + address;
        timeout = ctx.executor()
                .schedule(
                        () -> failing.accept(Code.TIMED_OUT, late),
                        Math.round(responseSeconds * 1e9),
                        TimeUnit.NANOSECONDS);
    }

    private ChannelFuture send(ChannelHandlerContext ctx, Pending next) {
        stop();
        pending = next;
        return ctx.writeAndFlush(message(next));
    }

    private FullHttpRequest message(Pending next) {
        Request request = next.request();
        FullHttpRequest message = new DefaultFullHttpRequest(
                RtspVersions.RTSP_1_0, request.method(), request.uri(), Unpooled.EMPTY_BUFFER);
        message.headers().set(RtspHeaderNames.CSEQ, next.number()).set(RtspHeaderNames.USER_AGENT, "Kakou");
        request.headers().forEach(message.headers()::set);
        if (session != null) {
            message.headers().set(RtspHeaderNames.SESSION, session);
        }
        String proof = authenticator.authorization(request.method().name(), request.uri());
        if (proof != null) {
            message.headers().set(RtspHeaderNames.AUTHORIZATION, proof);
        }
        return message;
    }
}
